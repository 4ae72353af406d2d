package io.coachflow.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * The servers that one application has started. They stop in reverse order, when the
 * context has destroyed everything else or when the process shuts down, whichever comes
 * first.
 */
final class RunningServers implements AutoCloseable {

	private final Deque<AutoCloseable> running = new ArrayDeque<>();

	private boolean closed;

	/** Starts a server. A shutdown meanwhile waits for it, and then stops it too. */
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
				// The other servers must still be stopped
				System.err.println("Coachflow could not stop a local server: " + ex.getMessage());
			}
		}
	}

}
