package io.coachflow.eventlog.postgres;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.tracing.NoOpSpanFactory;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The event log of one node, without the application around it.
 */
final class LogNode implements AutoCloseable {

	static {
		// Logback has no configuration here, and would log everything
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
	}

	final EventAppender appender;

	final LogTail tail;

	final PostgresEventStorageEngine engine;

	final PostgresEventStore store;

	private final HikariDataSource pool;

	private final NotificationListener listener;

	private LogNode(HikariDataSource pool, HikariDataSource appendersPool) {
		this.pool = pool;
		Serializer serializer = Jackson3Serializer.builder().build();
		EventUpcasterChain upcasters = new EventUpcasterChain();
		LogReader reader = new LogReader(new JdbcTemplate(pool), serializer, upcasters);
		CommitTimes times = new CommitTimes(new SimpleMeterRegistry());
		this.tail = new LogTail(reader);
		this.appender = new EventAppender(new LogConnections(appendersPool), new CommitListener(times, this.tail));
		this.engine = new PostgresEventStorageEngine(reader, this.appender, serializer, upcasters);
		this.listener = new NotificationListener(new LogConnections(pool), this.tail::wake);
		this.store = new PostgresEventStore(this.engine, reader, this.tail, times, NoOpMessageMonitor.INSTANCE,
				DefaultEventBusSpanFactory.builder().spanFactory(NoOpSpanFactory.INSTANCE).build());
	}

	static LogNode start(String url) {
		return start(url, url);
	}

	/** Starts a node whose appender reaches the database by another URL. */
	static LogNode start(String url, String appendersUrl) {
		// The appender takes only the address from its pool
		LogNode node = new LogNode(pool(url, 10), pool(appendersUrl, 1));
		node.appender.start();
		node.listener.start();
		return node;
	}

	static HikariDataSource pool(String url, int size) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setUsername("coachflow");
		pool.setPassword("coachflow");
		pool.setMaximumPoolSize(size);
		pool.setMinimumIdle(1);
		pool.setConnectionTimeout(Duration.ofSeconds(2).toMillis());
		pool.setInitializationFailTimeout(-1);
		pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
		return pool;
	}

	@Override
	public void close() {
		try (this.pool; this.tail) {
			this.appender.stop();
			this.listener.stop();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
