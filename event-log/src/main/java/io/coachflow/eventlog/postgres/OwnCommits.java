package io.coachflow.eventlog.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What this node committed and its tail has not read yet, so that the tail need not ask
 * the database for it.
 */
final class OwnCommits {

	/** More than this waits only where the tail cannot follow; then it asks. */
	private static final int CAPACITY = 2_000;

	private final Deque<StoredRow> rows = new ArrayDeque<>();

	/** Adds committed rows, which are those that a reader of the table would read. */
	synchronized void add(long firstIndex, List<EventRow> committed) {
		if (this.rows.size() + committed.size() > CAPACITY) {
			this.rows.clear();
			return;
		}
		long index = firstIndex;
		for (EventRow row : committed) {
			this.rows.add(new StoredRow(index++, stored(row)));
		}
	}

	/**
	 * Takes the rows that come right after a position, without a gap. None if the next
	 * row is not among them, as where another node committed it.
	 */
	synchronized List<StoredRow> takeAfter(long position, int limit) {
		List<StoredRow> next = new ArrayList<>();
		while (!this.rows.isEmpty() && next.size() < limit) {
			long index = this.rows.getFirst().globalIndex();
			if (index > position + next.size() + 1) {
				break;
			}
			StoredRow row = this.rows.removeFirst();
			if (index == position + next.size() + 1) {
				next.add(row);
			}
		}
		return next;
	}

	/** The table keeps whole microseconds. */
	private static EventRow stored(EventRow row) {
		Instant time = Instant.EPOCH.plus(ChronoUnit.MICROS.between(Instant.EPOCH, row.time()), ChronoUnit.MICROS);
		return new EventRow(row.aggregateId(), row.sequence(), row.eventId(), row.aggregateType(), row.name(),
				row.revision(), row.payload(), row.metadata(), time, row.hash());
	}

}
