package io.coachflow.query.analytics;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.query.projection.KnownEventsOnly;
import io.coachflow.query.projection.UnitOfWorkBuffer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;

/**
 * Projects events into one slot of the funnel's tables.
 */
class FunnelProjection extends KnownEventsOnly {

	private final FunnelWriter writer;

	private final UnitOfWorkBuffer<List<FunnelRow>> writes;

	FunnelProjection(FunnelWriter writer) {
		this.writer = writer;
		this.writes = new UnitOfWorkBuffer<>(writer::write);
	}

	@EventHandler
	void on(CoachingSessionEvent event, @SequenceNumber long sequence, @Timestamp Instant time) {
		this.writes.add(event.sessionId(), List.of(FunnelRow.of(event, sequence, time)),
				(rows, later) -> Stream.concat(rows.stream(), later.stream()).toList());
	}

	@EventHandler
	void on(PackageCompleted event, @SequenceNumber long sequence, @Timestamp Instant time) {
		this.writer.write(event, sequence, time);
	}

	@EventHandler
	void on(AgentSucceeded event, @Timestamp Instant time) {
		this.writer.write(event, time);
	}

}
