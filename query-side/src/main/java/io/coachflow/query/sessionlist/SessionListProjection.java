package io.coachflow.query.sessionlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.query.projection.KnownEventsOnly;
import io.coachflow.query.projection.UnitOfWorkBuffer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Projects events into one slot of the table {@code session_list}: in batches, and event
 * by event for a minute after PostgreSQL refused a batch, so that the faulty event is
 * found and parked.
 */
class SessionListProjection extends KnownEventsOnly {

	private static final Duration CAUTION = Duration.ofMinutes(1);

	private final SessionListWriter writer;

	private final UnitOfWorkBuffer<SessionChange> writes = new UnitOfWorkBuffer<>(this::write);

	private final TransactionTemplate nested;

	private final Clock clock;

	private volatile Instant cautiousUntil = Instant.MIN;

	SessionListProjection(SessionListWriter writer, PlatformTransactionManager transactions, Clock clock) {
		this.writer = writer;
		this.nested = new TransactionTemplate(transactions);
		this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		this.clock = clock;
	}

	@EventHandler
	void on(CoachingSessionEvent event, @SequenceNumber long sequence, @Timestamp Instant time) {
		SessionChange change = SessionChange.of(event, sequence, time);
		if (this.clock.instant().isBefore(this.cautiousUntil)) {
			// With a savepoint: otherwise a failed statement would roll back its dead
			// letter, too
			this.nested.executeWithoutResult((_) -> this.writer.write(List.of(change)));
		}
		else {
			this.writes.add(change.sessionId(), change, SessionChange::then);
		}
	}

	private void write(Collection<SessionChange> changes) {
		try {
			this.writer.write(changes);
		}
		catch (DataIntegrityViolationException ex) {
			this.cautiousUntil = this.clock.instant().plus(CAUTION);
			throw ex;
		}
	}

}
