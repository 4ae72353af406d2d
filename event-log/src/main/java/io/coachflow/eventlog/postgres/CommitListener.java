package io.coachflow.eventlog.postgres;

/**
 * Tells this node's readers of its commits.
 */
record CommitListener(CommitTimes times, LogTail tail) implements EventAppender.Commits {

	@Override
	public void committed(long firstIndex, long lastIndex) {
		this.times.committed(firstIndex, lastIndex);
		this.tail.wake();
	}

	@Override
	public void perhapsCommitted() {
		this.tail.wake();
	}

}
