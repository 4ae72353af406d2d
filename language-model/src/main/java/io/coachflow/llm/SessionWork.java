package io.coachflow.llm;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/**
 * The work that this node does for sessions outside their commands, such as model calls,
 * so that it can be cancelled when a session is deleted.
 */
public final class SessionWork {

	private final ConcurrentMap<String, Set<Piece>> pieces = new ConcurrentHashMap<>();

	/** Registers work for a session. Close it when it is done. */
	public Piece begin(String sessionId) {
		Piece piece = new Piece(sessionId);
		this.pieces.compute(sessionId, (_, others) -> {
			Set<Piece> all = (others != null) ? others : ConcurrentHashMap.newKeySet();
			all.add(piece);
			return all;
		});
		return piece;
	}

	/** Cancels this node's work for the session. */
	public void cutOff(String sessionId) {
		this.pieces.getOrDefault(sessionId, Set.of()).forEach(Piece::cutOff);
	}

	/** Some work for a session. */
	public final class Piece implements AutoCloseable {

		private final String sessionId;

		private boolean cutOff;

		private @Nullable Runnable hangUp;

		private Piece(String sessionId) {
			this.sessionId = sessionId;
		}

		/** Whether the work is cancelled. */
		public synchronized boolean isCutOff() {
			return this.cutOff;
		}

		/**
		 * Sets the action that ends the work; runs it at once if the work is cancelled
		 * already.
		 */
		synchronized void onCutOff(Runnable hangingUp) {
			this.hangUp = hangingUp;
			if (this.cutOff) {
				hangingUp.run();
			}
		}

		private synchronized void cutOff() {
			this.cutOff = true;
			if (this.hangUp != null) {
				this.hangUp.run();
			}
		}

		@Override
		public void close() {
			SessionWork.this.pieces.computeIfPresent(this.sessionId, (_, all) -> {
				all.remove(this);
				return all.isEmpty() ? null : all;
			});
		}

	}

}
