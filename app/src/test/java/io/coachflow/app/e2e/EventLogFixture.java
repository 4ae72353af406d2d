package io.coachflow.app.e2e;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.coachflow.command.session.CoachingSessions;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.Outcome;
import io.coachflow.contracts.session.Requester;
import org.awaitility.Awaitility;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For tests of the event log and of the read models inside the application: sends
 * commands without HTTP, writes rows that no command writes, and looks into the tables.
 */
final class EventLogFixture {

	static final Requester DEMO = new Requester("demo", "en", null);

	private final CoachingSessions sessions;

	private final EventProcessingConfiguration processing;

	private final JdbcClient jdbc;

	EventLogFixture(CoachingSessions sessions, EventProcessingConfiguration processing, JdbcClient jdbc) {
		this.sessions = sessions;
		this.processing = processing;
		this.jdbc = jdbc;
	}

	/** Starts a session, and returns its id. */
	String startedSession() {
		String session = UUID.randomUUID().toString();
		accept(new StartSession(session, DEMO, Business.UNKNOWN));
		return session;
	}

	/** Sends a command that must be accepted. */
	void accept(CoachingSessionCommand command) {
		Outcome outcome = this.sessions.send(command);
		assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
	}

	/** The answers that the list of sessions counts; -1 if the session is not in it. */
	long answered(String session) {
		return this.jdbc.sql("SELECT coalesce(max(answered), -1) FROM session_list WHERE session_id = ?")
			.param(session)
			.query(Long.class)
			.single();
	}

	/** The dead letters of an aggregate in one processing group. */
	long deadLetters(String group, String aggregate) {
		return this.jdbc.sql("SELECT count(*) FROM dead_letter WHERE processing_group = ? AND aggregate_id = ?")
			.params(group, aggregate)
			.query(Long.class)
			.single();
	}

	/**
	 * The dead letters of an aggregate with this very event, in all processing groups.
	 */
	long deadLettersOf(String aggregate, String name, String payload) {
		return this.jdbc.sql(
				"SELECT count(*) FROM dead_letter WHERE aggregate_id = ? AND event_name = ? AND convert_from(payload, 'UTF8') = ?")
			.params(aggregate, name, payload)
			.query(Long.class)
			.single();
	}

	/** Empties the table of a read model, and replays the log. */
	void rebuild(String processor, String table) {
		replay(processor, () -> this.jdbc.sql("DELETE FROM " + table).update());
	}

	/** Lets a live read model begin again with the first event. */
	void replay(String processor, Runnable before) {
		EventProcessor replayed = processor(processor);
		replayed.shutDown();
		await(() -> this.jdbc.sql("SELECT count(owner) FROM token_entry WHERE processor_name = ?")
			.param(processor)
			.query(Long.class)
			.single() == 0);
		before.run();
		this.jdbc.sql("UPDATE token_entry SET token = NULL, token_type = NULL WHERE processor_name = ?")
			.param(processor)
			.update();
		replayed.start();
	}

	EventProcessor processor(String name) {
		return this.processing.<EventProcessor>eventProcessor(name).orElseThrow();
	}

	/**
	 * Inserts a row as only somebody with access to the table, or another version, can
	 * write it.
	 */
	void insertRow(String type, String aggregate, long sequence, String name, String payload) {
		this.jdbc
			.sql("""
					WITH head AS (UPDATE event_log_head SET last_index = last_index + 1 RETURNING last_index)
					INSERT INTO event_log (global_index, aggregate_id, sequence_number, event_id, aggregate_type, event_name, revision,
					                       payload, metadata, occurred_at, hash)
					SELECT last_index, :id, :sequence, :event, :type, :name, '1', convert_to(:payload, 'UTF8'), '{}', now(),
					       event_hash(coalesce((SELECT hash FROM event_log WHERE aggregate_id = :id AND sequence_number = :sequence - 1), ''),
					                  :id, :sequence, :name, '1', now(), convert_to(:payload, 'UTF8'), '{}')
					FROM head""")
			.param("id", aggregate)
			.param("sequence", sequence)
			.param("event", UUID.randomUUID().toString())
			.param("type", type)
			.param("name", name)
			.param("payload", payload)
			.update();
	}

	/** Waits for at most 20 s. */
	static void await(BooleanSupplier condition) {
		Awaitility.await()
			.pollInterval(Duration.ofMillis(20))
			.atMost(Duration.ofSeconds(20))
			.until(condition::getAsBoolean);
	}

}
