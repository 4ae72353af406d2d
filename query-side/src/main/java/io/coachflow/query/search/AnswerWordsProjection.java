package io.coachflow.query.search;

import java.util.Collection;

import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.query.batch.BatchWrites;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Keeps the words of all answers, in English and in French stems: a session's language is
 * the coach's, and people answer in their own.
 */
class AnswerWordsProjection {

	private static final String ADD = """
			INSERT INTO %s (session_id, step, words)
			VALUES (:id, :step, to_tsvector('english', :answer) || to_tsvector('french', :answer))
			ON CONFLICT DO NOTHING""";

	private final BatchWrites<StepAnswered> writes = new BatchWrites<>(this::write);

	private final String add;

	private final NamedParameterJdbcOperations jdbc;

	AnswerWordsProjection(String table, NamedParameterJdbcOperations jdbc) {
		this.add = ADD.formatted(table);
		this.jdbc = jdbc;
	}

	@EventHandler
	void on(StepAnswered event) {
		this.writes.add(event.sessionId() + "/" + event.step().id(), event, (first, _) -> first);
	}

	/**
	 * Passed over, it would be lost for good: it is parked for a version that knows it.
	 */
	@EventHandler
	void on(UnknownSerializedType event) {
		throw new IllegalArgumentException("Unknown event " + event.serializedType().getName());
	}

	private void write(Collection<StepAnswered> answers) {
		this.jdbc.batchUpdate(this.add,
				answers.stream().map(AnswerWordsProjection::parameters).toArray(SqlParameterSource[]::new));
	}

	private static SqlParameterSource parameters(StepAnswered event) {
		return new MapSqlParameterSource().addValue("id", event.sessionId())
			.addValue("step", event.step().id())
			.addValue("answer", event.answer());
	}

}
