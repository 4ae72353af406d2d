package io.coachflow.query.search;

import java.util.List;

import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.query.projection.KnownEventsOnly;
import io.coachflow.query.projection.RowsStatement;
import io.coachflow.query.projection.RowsStatement.Column;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.projection.UnitOfWorkBuffer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Indexes the words of all answers, including those that needed a clarification or were
 * revised, by their English and French stems: a session's language is the coach's, and
 * people may answer in another.
 */
class AnswerWordsProjection extends KnownEventsOnly {

	private static final String ADD = """
			INSERT INTO answer_words (session_id, sequence, words) SELECT * FROM unnest(?, ?, ?)
			ON CONFLICT DO NOTHING""";

	private final UnitOfWorkBuffer<Answer> writes;

	AnswerWordsProjection(Slot slot, JdbcOperations jdbc, SearchWords words) {
		this.writes = new UnitOfWorkBuffer<>(new RowsStatement<>(jdbc, AnswerWordsConfiguration.TABLES.in(slot, ADD),
				List.of(new Column<>("text", Answer::sessionId), new Column<>("int8", Answer::sequence),
						new Column<Answer>("tsvector", (answer) -> words.vector(answer.text()))))::write);
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

	@EventHandler
	void on(AnswerRevised event, @SequenceNumber long sequence) {
		add(new Answer(event.sessionId(), sequence, event.answer()));
	}

	private void add(Answer answer) {
		this.writes.add(answer.sessionId() + "/" + answer.sequence(), answer, (first, _) -> first);
	}

}
