package io.coachflow.query;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stores of one test class, so that classes can run concurrently: a schema of
 * PostgreSQL with all tables, and one of Redis's databases. Opened anew each time the
 * class runs.
 */
public final class TestStores implements BeforeAllCallback, AfterAllCallback {

	private static final int REDIS_DATABASES = 16;

	private static final AtomicInteger created = new AtomicInteger();

	private final int number = created.getAndIncrement();

	private HikariDataSource pool;

	private LettuceConnectionFactory connections;

	private TestStores() {
	}

	/** Not open yet: a test class registers it, or opens and closes it. */
	public static TestStores create() {
		return new TestStores();
	}

	/** Makes the tables, which are empty. */
	public void open() {
		String schema = "query_" + UUID.randomUUID().toString().replace("-", "");
		this.pool = new HikariDataSource();
		this.pool.setJdbcUrl(TestServers.jdbcUrl() + "?currentSchema=" + schema);
		this.pool.setUsername("coachflow");
		this.pool.setPassword("coachflow");
		this.pool.setMaximumPoolSize(4);
		Flyway.configure().dataSource(this.pool).schemas(schema).load().migrate();
		RedisStandaloneConfiguration redis = new RedisStandaloneConfiguration("127.0.0.1", TestServers.redisPort());
		redis.setDatabase(this.number % REDIS_DATABASES);
		this.connections = new LettuceConnectionFactory(redis);
		this.connections.start();
	}

	@Override
	public void beforeAll(ExtensionContext test) {
		open();
	}

	@Override
	public void afterAll(ExtensionContext test) {
		close();
	}

	public JdbcClient jdbc() {
		return JdbcClient.create(this.pool);
	}

	public DataSource dataSource() {
		return this.pool;
	}

	public NamedParameterJdbcTemplate batches() {
		return new NamedParameterJdbcTemplate(this.pool);
	}

	public PlatformTransactionManager transactionManager() {
		return new JdbcTransactionManager(this.pool);
	}

	public TransactionTemplate transactions() {
		return new TransactionTemplate(transactionManager());
	}

	public StringRedisTemplate redis() {
		return new StringRedisTemplate(this.connections);
	}

	/** Empties tables and Redis. */
	public void clear(String... tables) {
		jdbc().sql("TRUNCATE " + String.join(", ", tables)).update();
		redis().execute((RedisCallback<Object>) (connection) -> {
			connection.serverCommands().flushDb();
			return true;
		});
	}

	public void close() {
		this.connections.destroy();
		this.pool.close();
	}

}
