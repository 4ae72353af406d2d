package io.coachflow.query.sessionlist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the table {@code session_list} up with the log. Every statement refuses an event
 * that its row has seen.
 */
@Component
@ProcessingGroup(SessionListProjection.NAME)
class SessionListProjection {

	static final String NAME = "session-list";

	private final JdbcClient jdbc;

	private final TransactionTemplate nested;

	SessionListProjection(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.nested = new TransactionTemplate(transactions);
		this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	@EventHandler
	void on(CoachingSessionEvent event, @SequenceNumber long sequence, @Timestamp Instant time) {
		// Behind a savepoint: a statement that fails would take the dead letter down with
		// it
		this.nested.executeWithoutResult((_) -> apply(event, sequence, time));
	}

	/**
	 * Passed over, it would be lost for good: it is parked for a version that knows it.
	 */
	@EventHandler
	void on(UnknownSerializedType event) {
		throw new IllegalArgumentException("Unknown event " + event.serializedType().getName());
	}

	private void apply(CoachingSessionEvent event, long sequence, Instant time) {
		switch (event) {
			case SessionStarted it -> insert(it, sequence, time);
			case StepAnswered it -> update(it, sequence, time, "live", it.expiresAt(), it.step().ordinal() + 1);
			case ClarificationRequested it -> update(it, sequence, time, "live", it.expiresAt(), null);
			case SessionCompleted it -> update(it, sequence, time, "completed", null, null);
			case SessionExpired it -> update(it, sequence, time, "expired", null, null);
			case SessionResumed it -> update(it, sequence, time, "live", it.expiresAt(), null);
			case SessionDeleted it -> update(it, sequence, time, "deleted", null, null);
		}
	}

	private void insert(SessionStarted event, long sequence, Instant time) {
		Business business = event.business();
		this.jdbc
			.sql("""
					INSERT INTO session_list (session_id, user_id, business_name, sector, city, country, phase, answered, sequence,
					                          started_at, updated_at, expires_at)
					VALUES (:id, :user, :name, :sector, :city, :country, 'live', 0, :sequence, :time, :time, :expires)
					ON CONFLICT (session_id) DO NOTHING""")
			.param("id", event.sessionId())
			.param("user", event.userId())
			.param("name", business.name())
			.param("sector", business.sector())
			.param("city", business.city())
			.param("country", business.country())
			.param("sequence", sequence)
			.param("time", utc(time))
			.param("expires", utc(event.expiresAt()))
			.update();
	}

	private void update(CoachingSessionEvent event, long sequence, Instant time, String phase,
			@Nullable Instant expiresAt, @Nullable Integer answered) {
		this.jdbc
			.sql("""
					UPDATE session_list SET phase = :phase, answered = coalesce(:answered::int, answered), sequence = :sequence,
					                        updated_at = :time, expires_at = coalesce(:expires::timestamptz, expires_at)
					WHERE session_id = :id AND sequence < :sequence""")
			.param("phase", phase)
			.param("answered", answered)
			.param("sequence", sequence)
			.param("time", utc(time))
			.param("expires", (expiresAt != null) ? utc(expiresAt) : null)
			.param("id", event.sessionId())
			.update();
	}

	private static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

}
