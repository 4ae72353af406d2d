package io.coachflow.query.search;

import java.util.Collection;

import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.query.projection.KnownEventsOnly;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.projection.UnitOfWorkBuffer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Indexes the words of all answers, including those that needed a clarification, by their
 * English and French stems: a session's language is the coach's, and people may answer in
 * another.
 */
class AnswerWordsProjection extends KnownEventsOnly {

	private static final String ADD = """
			INSERT INTO answer_words (session_id, sequence, words)
			VALUES (:id, :sequence, CAST(:words AS tsvector))
			ON CONFLICT DO NOTHING""";

	private final UnitOfWorkBuffer<Answer> writes = new UnitOfWorkBuffer<>(this::write);

	private final String add;

	private final NamedParameterJdbcOperations jdbc;

	private final SearchWords words;

	AnswerWordsProjection(Slot slot, NamedParameterJdbcOperations jdbc, SearchWords words) {
		this.add = AnswerWordsConfiguration.TABLES.in(slot, ADD);
		this.jdbc = jdbc;
		this.words = words;
	}

	private record Answer(String sessionId, long sequence, String text) {
	}

	@EventHandler
	void on(StepAnswered event, @SequenceNumber long sequence) {
		add(new Answer(event.sessionId(), sequence, event.answer()));
	}

	@EventHandler
	void on(ClarificationRequested event, @SequenceNumber long sequence) {
		add(new Answer(event.sessionId(), sequence, event.answer()));
	}

	private void add(Answer answer) {
		this.writes.add(answer.sessionId() + "/" + answer.sequence(), answer, (first, _) -> first);
	}

	private void write(Collection<Answer> answers) {
		this.jdbc.batchUpdate(this.add, answers.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
	}

	private SqlParameterSource parameters(Answer answer) {
		return new MapSqlParameterSource().addValue("id", answer.sessionId())
			.addValue("sequence", answer.sequence())
			.addValue("words", this.words.vector(answer.text()));
	}

}
