package io.coachflow.eventlog.postgres;

/**
 * Wakes this node's readers after its commits. Called on the appender's thread.
 */
record CommitListener(CommitTimes times, LogTail tail) {

	/** The log grew by these events. */
	void committed(long firstIndex, long lastIndex) {
		this.times.committed(firstIndex, lastIndex);
		this.tail.wake();
	}

	/** The log may have grown. */
	void perhapsCommitted() {
		this.tail.wake();
	}

}
