package io.coachflow.app.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import io.coachflow.app.CoachflowApplication;
import io.coachflow.app.TestServers;
import io.coachflow.command.session.CoachingSessions;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.Requester;
import io.coachflow.eventlog.postgres.PostgresEventStorageEngine;
import org.awaitility.Awaitility;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static io.coachflow.app.e2e.EventLogFixture.DEMO;
import static io.coachflow.app.e2e.EventLogFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The stores on a real PostgreSQL and Redis.
 */
@SpringBootTest(classes = CoachflowApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestServers.class)
@Import(EventLogFixture.class)
@DirtiesContext
@ResourceLock(TestServers.LOGGING)
class EventLogE2E {

	@Autowired
	private EventLogFixture fixture;

	@Autowired
	private CoachingSessions sessions;

	@Autowired
	private EventStorageEngine engine;

	@Autowired
	private TransactionManager transactions;

	@Autowired
	private TokenStore tokens;

	@Autowired
	private EventProcessingConfiguration processing;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private HikariDataSource pool;

	@Autowired
	private StringRedisTemplate redis;

	/** Else a first connection that is lost takes all later ones with it. */
	@Test
	void thePoolNeedNotAskForTheIsolation() {
		assertThat(this.pool.getTransactionIsolation()).isEqualTo("TRANSACTION_READ_COMMITTED");
	}

	@Test
	void everyStoreIsInPostgres() {
		assertThat(this.engine).isInstanceOf(PostgresEventStorageEngine.class);
		assertThat(this.jdbc.sql("SELECT engine FROM event_log_engine").query(String.class).single())
			.isEqualTo("postgresql");
		assertThat(this.tokens).isInstanceOf(JdbcTokenStore.class);
		assertThat(this.transactions).isInstanceOf(SpringTransactionManager.class);
		for (String group : List.of("session-view", "session-list")) {
			SequencedDeadLetterQueue<?> queue = this.processing.deadLetterQueue(group).orElseThrow();
			assertThat(queue.getClass()).hasToString("class io.coachflow.query.projection.DeadLetters");
		}
	}

	@Test
	void aTakenSequenceIsAConflictThatTellsNobodysAnswer() {
		String session = this.fixture.startedSession();
		answer(session);

		assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> append(session, 1))
			.havingRootCause()
			.withMessageNotContaining(session);
		assertThatExceptionOfType(AggregateStreamCreationException.class).isThrownBy(() -> append(session, 0));
	}

	@Test
	void eventsAreReadableBySqlAsPublished() {
		String session = UUID.randomUUID().toString();
		this.fixture.accept(new StartSession(session, new Requester("demo", "fr", new Idempotency("key", "hash")),
				Business.UNKNOWN));

		var row = this.jdbc.sql("""
				SELECT aggregate_type, event_name, revision, occurred_at > now() - interval '1 minute' AS recent,
				       convert_from(payload, 'UTF8')::json ->> 'session_id' AS session_id,
				       convert_from(metadata, 'UTF8')::json ->> 'user_id' AS user_id,
				       convert_from(metadata, 'UTF8')::json ->> 'language' AS language,
				       convert_from(metadata, 'UTF8')::json ->> 'idempotency_key' AS idempotency_key,
				       convert_from(metadata, 'UTF8')::json ->> 'traceId' AS trace_id
				FROM event_log WHERE aggregate_id = ?""").param(session).query().singleRow();

		assertThat(row).containsEntry("aggregate_type", "CoachingSession")
			.containsEntry("event_name", "io.coachflow.session.started")
			.containsEntry("revision", "2")
			.containsEntry("recent", true)
			.containsEntry("session_id", session)
			.containsEntry("user_id", "demo")
			.containsEntry("language", "fr")
			.containsEntry("idempotency_key", "key");
		assertThat(row.get("trace_id")).isNotNull();
	}

	@Test
	void textsAreInTheLogOnceAndLaterEventsNameThem() {
		String first = this.fixture.startedSession();
		answer(first);
		String second = Awaitility.await().until(() -> {
			String session = this.fixture.startedSession();
			answer(session);
			return session;
		}, (session) -> new String(payload(session), StandardCharsets.UTF_8).contains("\"digest\":"));

		var row = this.jdbc
			.sql("""
					SELECT octet_length(e.payload) AS bytes, octet_length(t.payload) AS saved, convert_from(t.payload, 'UTF8')::json ->> 'message' AS message
					FROM event_log e JOIN event_log t
					  ON t.aggregate_id = convert_from(e.payload, 'UTF8')::json -> 'guidance' ->> 'digest'
					WHERE e.aggregate_id = ? AND e.sequence_number = 1""")
			.param(second)
			.query()
			.singleRow();
		assertThat((Integer) row.get("bytes")).isLessThan(500);
		assertThat((Integer) row.get("saved")).isGreaterThan(900);
		StepAnswered answered = (StepAnswered) this.engine.readEvents(second, 1).next().getPayload();
		assertThat(answered.guidance().message()).isEqualTo(row.get("message"));
		assertThat(answered.guidance())
			.isEqualTo(((StepAnswered) this.engine.readEvents(first, 1).next().getPayload()).guidance());
	}

	private byte[] payload(String session) {
		return this.jdbc.sql("SELECT payload FROM event_log WHERE aggregate_id = ? AND sequence_number = 1")
			.param(session)
			.query(byte[].class)
			.single();
	}

	@Test
	void nothingBecomesALargeObject() {
		this.fixture.startedSession();

		assertThat(this.jdbc.sql("SELECT count(*) FROM pg_largeobject_metadata").query(Long.class).single()).isZero();
	}

	@Test
	void aHistoryWithAnUnknownEventIsNotDecidedOn() {
		String session = this.fixture.startedSession();
		this.fixture.insertRow("CoachingSession", session, 1, "io.coachflow.session.from-the-future", "{}");

		SubmitAnswer answer = new SubmitAnswer(session, DEMO, "An answer", null, null);
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.sessions.send(answer))
			.withStackTraceContaining("from-the-future");
	}

	@Test
	void aPoisonEventIsParkedAndTheOthersFlow() {
		String poisoned = UUID.randomUUID().toString();
		this.fixture.insertRow("CoachingSession", poisoned, 0, "io.coachflow.session.started",
				"{\"business\": {}, \"expires_at\": \"2099-01-01T00:00:00Z\", \"session_id\": \"" + poisoned + "\"}");

		String sound = this.fixture.startedSession();

		await(() -> this.fixture.answered(sound) == 0);
		await(() -> this.fixture.deadLetters("session-list", poisoned) == 1);
		assertThat(this.fixture.processor("session-list").isError()).isFalse();
	}

	@Test
	void anEventOfAnUnknownTypeIsParkedUnderItsName() {
		String session = this.fixture.startedSession();
		this.fixture.insertRow("CoachingSession", session, 1, "javax.script.ScriptEngineManager",
				"[\"http://127.0.0.1/\"]");
		String later = this.fixture.startedSession();

		await(() -> this.fixture.answered(later) == 0);
		// By the session view, the session list, the funnel and the search
		await(() -> this.fixture.deadLettersOf(session, "javax.script.ScriptEngineManager",
				"[\"http://127.0.0.1/\"]") == 4);
	}

	@Test
	void lettersAreLookedForOnceABatch() {
		SequencedDeadLetterQueue<EventMessage<?>> queue = this.processing
			.<EventMessage<?>>deadLetterQueue("session-list")
			.orElseThrow();
		DeadLetter<EventMessage<?>> letter = new GenericDeadLetter<>("parked",
				GenericEventMessage.asEventMessage(new SessionDeleted("parked")));
		this.jdbc.sql("DELETE FROM dead_letter WHERE processing_group = 'session-list'").update();

		this.transactions.executeInTransaction(() -> inABatch(() -> {
			assertThat(queue.enqueueIfPresent("parked", () -> letter)).isFalse();
			queue.enqueue("parked", letter);
			assertThat(queue.enqueueIfPresent("parked", () -> letter)).isTrue();
			assertThat(queue.enqueueIfPresent("another", () -> letter)).isFalse();
		}));
		this.transactions.executeInTransaction(
				() -> inABatch(() -> assertThat(queue.enqueueIfPresent("parked", () -> letter)).isTrue()));

		assertThat(queue.sequenceSize("parked")).isEqualTo(3);
		queue.clear();
	}

	@Test
	void aKeyOfAnotherKindInRedisDoesNotStopTheViews() {
		String session = this.fixture.startedSession();
		String key = "coachflow:session:" + session;
		await(() -> this.redis.hasKey(key));
		this.redis.delete(key);
		this.redis.opsForValue().set(key, "not a view");

		answer(session);

		await(() -> this.redis.type(key) == DataType.HASH);
		assertThat(this.redis.opsForHash().get(key, "sequence")).isEqualTo("1");
	}

	@Test
	void aReadModelIsRebuiltByAReplay() {
		String session = this.fixture.startedSession();
		answer(session);
		await(() -> this.fixture.answered(session) == 1);

		this.fixture.rebuild("session-list", "session_list");

		await(() -> this.fixture.answered(session) == 1);
		assertThat(this.fixture.processor("session-list").isError()).isFalse();
	}

	@Test
	void redisRefusesAnOlderView() {
		String session = this.fixture.startedSession();
		String key = "coachflow:session:" + session;
		await(() -> "0".equals(this.redis.opsForHash().get(key, "sequence")));
		this.redis.opsForHash().put(key, "sequence", "99");

		this.fixture.replay("session-view", () -> {
		});
		String later = this.fixture.startedSession();
		await(() -> this.redis.hasKey("coachflow:session:" + later));

		assertThat(this.redis.opsForHash().get(key, "sequence")).isEqualTo("99");
	}

	private static void inABatch(Runnable work) {
		DefaultUnitOfWork.startAndGet(null).execute(work);
	}

	private void append(String session, long sequence) {
		this.engine.appendEvents(
				new GenericDomainEventMessage<>("CoachingSession", session, sequence, new SessionDeleted(session)));
	}

	private void answer(String session) {
		this.fixture.accept(new SubmitAnswer(session, DEMO, "Three restaurants in Dakar by 2031", null, null));
	}

}
