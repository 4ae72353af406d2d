package io.coachflow.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What one application has started, to be stopped in the reverse order: by the context
 * when it has destroyed everything else, or by the shutdown of the process, whichever
 * comes first.
 */
final class RunningServers implements AutoCloseable {

	private final Deque<AutoCloseable> running = new ArrayDeque<>();

	private boolean closed;

	/**
	 * Runs a start to its end, so that a shutdown meanwhile does not miss its outcome.
	 */
	synchronized <T extends AutoCloseable> T start(Supplier<T> start) {
		if (this.closed) {
			throw new LocalServersException("Coachflow was stopped while its local servers started.",
					"Start it again.");
		}
		T server = start.get();
		this.running.push(server);
		return server;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		while (!this.running.isEmpty()) {
			try {
				this.running.pop().close();
			}
			catch (Exception ex) {
				// The others must be stopped all the same
				System.err.println("Coachflow could not stop a local server: " + ex.getMessage());
			}
		}
	}

}
