package io.coachflow.eventlog.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An event log for one test, in a schema of its own, with locks that hold up its writers.
 */
final class LogFixture implements AutoCloseable {

	/** The events of this session wait at the gate in the middle of their statement. */
	static final String GATED = "gated";

	final JdbcClient jdbc;

	private final String schema = "log_" + UUID.randomUUID().toString().replace("-", "");

	/** Of this log alone: other tests are on the same server at the same time. */
	private final int gate = this.schema.hashCode();

	private final HikariDataSource pool;

	private final List<LogNode> nodes = new ArrayList<>();

	/** The backends that hold something. */
	private final Set<Integer> holders = ConcurrentHashMap.newKeySet();

	private final TestPostgres postgres;

	private LogFixture(TestPostgres postgres) {
		this.postgres = postgres;
		this.pool = LogNode.pool(url(), 8);
		// A test may have crashed the server, which then has to recover
		this.pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
		this.jdbc = JdbcClient.create(this.pool);
	}

	static LogFixture create() {
		return create(TestPostgres.SHARED);
	}

	/** A log in the test's own PostgreSQL, which the test may crash. */
	static LogFixture create(TestPostgres postgres) {
		LogFixture log = new LogFixture(postgres);
		// The tables of other modules are not needed, and take longer than most tests
		log.migrate("latest", "filesystem:src/main/resources/db/migration");
		log.jdbc.sql("""
				CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
				    PERFORM pg_advisory_xact_lock(%d);
				    RETURN NEW;
				END $$""".formatted(log.gate)).update();
		log.putGateBefore("event_log");
		return log;
	}

	/** An empty schema, for a test of the migrations. */
	static LogFixture empty() {
		return new LogFixture(TestPostgres.SHARED);
	}

	void migrate(String version) {
		migrate(version, "classpath:db/migration");
	}

	private void migrate(String version, String location) {
		Flyway.configure()
			.locations(location)
			.dataSource(url(), "coachflow", "coachflow")
			.schemas(this.schema)
			.target(version)
			.load()
			.migrate();
	}

	void putGateBefore(String table) {
		this.jdbc
			.sql("CREATE TRIGGER gate BEFORE INSERT ON " + table + " FOR EACH ROW WHEN (NEW.aggregate_id = '" + GATED
					+ "') EXECUTE FUNCTION wait_at_gate()")
			.update();
	}

	TestPostgres postgres() {
		return this.postgres;
	}

	String url() {
		return this.postgres.url() + "?currentSchema=" + this.schema;
	}

	HikariDataSource pool() {
		return this.pool;
	}

	LogNode node() {
		return node(url());
	}

	LogNode node(String appendersUrl) {
		LogNode node = LogNode.start(url(), appendersUrl);
		this.nodes.add(node);
		return node;
	}

	/** Nobody appends until the hold is released. */
	Hold holdHead() {
		return hold("SELECT FROM event_log_head FOR UPDATE");
	}

	/** Events of {@link #GATED} wait until the hold is released. */
	Hold closeGate() {
		return hold("SELECT pg_advisory_xact_lock(" + this.gate + ")");
	}

	private Hold hold(String sql) {
		try {
			Connection connection = this.pool.getConnection();
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				statement.execute(sql);
			}
			int backend = connection.unwrap(PGConnection.class).getBackendPID();
			this.holders.add(backend);
			return () -> release(connection, backend);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Waits until a statement waits for one of this log's holds. */
	void awaitBlocked() {
		await().until(() -> this.jdbc.sql(
				"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pg_blocking_pids(pid) && ?::int[]")
			.param(this.holders.toArray(Integer[]::new))
			.query(Long.class)
			.single() > 0);
	}

	/**
	 * Appends all of them in one statement: they queue up, in order, while another append
	 * holds up the appender.
	 */
	List<CompletableFuture<Void>> appendTogether(LogNode node, List<List<DomainEventMessage<?>>> appends) {
		List<CompletableFuture<Void>> ends = new ArrayList<>();
		try (Hold _ = holdHead()) {
			append(node, event(session(), 0));
			awaitBlocked();
			for (List<DomainEventMessage<?>> events : appends) {
				ends.add(append(node, events.toArray(DomainEventMessage<?>[]::new)));
				awaitBacklog(node, ends.size());
			}
		}
		return ends;
	}

	/** Polls often, because an append gives up if the head is held for 2.5 s. */
	static void awaitBacklog(LogNode node, int size) {
		long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (node.appender.backlog() != size) {
			assertThat(System.nanoTime()).as("Waited for a backlog of %d", size).isLessThan(deadline);
			LockSupport.parkNanos(50_000);
		}
	}

	/** The number of statements that wrote the events. */
	int statements(List<? extends DomainEventMessage<?>> events) {
		return this.jdbc.sql("SELECT count(DISTINCT xmin::text) FROM event_log WHERE event_id IN (:ids)")
			.param("ids", events.stream().map(DomainEventMessage::getIdentifier).toList())
			.query(Integer.class)
			.single();
	}

	void terminate(String application) {
		this.jdbc.sql(
				"SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE application_name LIKE ? AND pid <> pg_backend_pid()")
			.param(application + "%")
			.query(Boolean.class)
			.list();
	}

	private void release(Connection connection, int backend) {
		this.holders.remove(backend);
		try (connection) {
			connection.rollback();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	long lastIndex() {
		return this.jdbc.sql("SELECT last_index FROM event_log_head").query(Long.class).single();
	}

	List<String> eventIds() {
		return this.jdbc.sql("SELECT event_id FROM event_log ORDER BY global_index").query(String.class).list();
	}

	/** Appends on a thread of its own. */
	static CompletableFuture<Void> append(LogNode node, DomainEventMessage<?>... events) {
		return async(() -> node.engine.appendEvents(events));
	}

	static CompletableFuture<Void> async(Runnable action) {
		return CompletableFuture.runAsync(action, (task) -> Thread.ofVirtual().start(task));
	}

	static DomainEventMessage<String> event(String session, long sequence) {
		return new GenericDomainEventMessage<>("CoachingSession", session, sequence, "Something happened");
	}

	static String session() {
		return UUID.randomUUID().toString();
	}

	@Override
	public void close() {
		this.nodes.forEach(LogNode::close);
		this.jdbc.sql("DROP SCHEMA IF EXISTS " + this.schema + " CASCADE").update();
		this.pool.close();
	}

	/** A lock in an open transaction; closing it releases the lock. */
	interface Hold extends AutoCloseable {

		@Override
		void close();

	}

}
