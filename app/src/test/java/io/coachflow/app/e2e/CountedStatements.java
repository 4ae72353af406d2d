package io.coachflow.app.e2e;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Notes each statement that goes through the pool, with its arguments. The appender has a
 * connection of its own.
 */
final class CountedStatements implements BeanPostProcessor, DisposableBean {

	private final Queue<Executed> executed = new ConcurrentLinkedQueue<>();

	private final List<HikariDataSource> pools = new ArrayList<>();

	private record Executed(String sql, Set<Object> arguments) {
	}

	/** Forgets what was executed so far. */
	void clear() {
		this.executed.clear();
	}

	/** The statements that were given one of these arguments, in their order. */
	List<String> about(Set<?> arguments) {
		return this.executed.stream()
			.filter((it) -> arguments.stream().anyMatch(it.arguments()::contains))
			.map(Executed::sql)
			.toList();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (!(bean instanceof HikariDataSource pool)) {
			return bean;
		}
		HikariDataSource counted = new CountedPool(pool);
		this.pools.add(counted);
		return counted;
	}

	@Override
	public void destroy() {
		this.pools.forEach(HikariDataSource::close);
	}

	private final class CountedPool extends HikariDataSource {

		CountedPool(HikariConfig settings) {
			super(settings);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return proxy(Connection.class, connection, (method, arguments, result) -> {
				boolean prepared = method.equals("prepareStatement") && result instanceof PreparedStatement;
				return prepared ? counted((PreparedStatement) result, (String) arguments[0]) : result;
			});
		}

		private PreparedStatement counted(PreparedStatement statement, String sql) {
			Set<Object> given = new HashSet<>();
			return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
				if (method.startsWith("set") && arguments.length > 1 && arguments[1] != null) {
					given.add(arguments[1]);
				}
				if (method.startsWith("execute")) {
					CountedStatements.this.executed.add(new Executed(sql, Set.copyOf(given)));
				}
				return result;
			});
		}

	}

	/** Sees each call after it was made, and may replace its result. */
	private interface Observer {

		Object after(String method, Object[] arguments, Object result);

	}

	private static <T> T proxy(Class<T> type, T target, Observer observer) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (_, method, arguments) -> {
				try {
					return observer.after(method.getName(), (arguments != null) ? arguments : new Object[0],
							method.invoke(target, arguments));
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

}
