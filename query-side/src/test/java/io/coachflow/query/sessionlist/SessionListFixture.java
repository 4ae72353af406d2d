package io.coachflow.query.sessionlist;

import java.time.Clock;

import io.coachflow.query.ProjectionDriver;
import io.coachflow.query.TestStores;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.recent.RecentWrites;
import io.coachflow.query.session.SessionAccessFixture;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Fills the list of sessions, for tests of those who read it.
 */
public final class SessionListFixture {

	private SessionListFixture() {
	}

	/** Writes the table {@code session_list}. */
	public static ProjectionDriver projection(TestStores stores) {
		return projection(stores, Slot.BLUE);
	}

	/** Reads the table {@code session_list}. */
	public static KnownSessions known(TestStores stores) {
		return new KnownSessions(stores.jdbc(), (_) -> Slot.BLUE);
	}

	/** Projects events into the table {@code session_list}. */
	public static Object handlers(TestStores stores) {
		return handlers(stores, Slot.BLUE);
	}

	/** Reads the list, and the log for what has just been written to it. */
	static SessionList list(TestStores stores, KnownSessions known, EventStore log, Clock clock) {
		return new SessionList(stores.jdbc(), known, new RecentWrites(log),
				SessionAccessFixture.of(log, stores.redis(), clock), clock);
	}

	static ProjectionDriver projection(TestStores stores, Slot slot) {
		return new ProjectionDriver(handlers(stores, slot), stores);
	}

	private static Object handlers(TestStores stores, Slot slot) {
		return new SessionListConfiguration().sessionListModel(stores.jdbc(), stores.batches().getJdbcOperations())
			.projection()
			.apply(slot);
	}

}
