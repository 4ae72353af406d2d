package io.coachflow.eventlog.postgres;

import java.util.List;

/**
 * Wakes this node's readers after its commits. Called on the appender's thread.
 */
record CommitListener(CommitTimes times, LogTail tail) {

	/** The log grew by these events. */
	void committed(long firstIndex, List<EventRow> rows) {
		this.times.committed(firstIndex, firstIndex + rows.size() - 1);
		this.tail.committed(firstIndex, rows);
	}

	/** The log may have grown. */
	void perhapsCommitted() {
		this.tail.wake();
	}

}
