package io.coachflow.eventlog.postgres;

import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on the log. Its streams notify their readers of new events; streams
 * of Axon's embedded store are polled every half second.
 */
class PostgresEventStore extends AbstractEventStore {

	private final LogReader reader;

	private final LogTail tail;

	private final CommitTimes times;

	PostgresEventStore(PostgresEventStorageEngine engine, LogReader reader, LogTail tail, CommitTimes times,
			MessageMonitor<? super EventMessage<?>> monitor, EventBusSpanFactory spans) {
		super(new Builder(engine, monitor, spans));
		this.reader = reader;
		this.tail = tail;
		this.times = times;
	}

	@Override
	public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
		this.tail.start();
		return new LogStream(this.reader, this.tail, this.times, PostgresEventStorageEngine.position(trackingToken));
	}

	private static final class Builder extends AbstractEventStore.Builder {

		Builder(PostgresEventStorageEngine engine, MessageMonitor<? super EventMessage<?>> monitor,
				EventBusSpanFactory spans) {
			storageEngine(engine);
			messageMonitor(monitor);
			spanFactory(spans);
		}

	}

}
