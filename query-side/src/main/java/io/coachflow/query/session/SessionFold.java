package io.coachflow.query.session;

import java.time.Instant;
import java.util.Optional;

import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.session.CoachingSessionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Folds a session event by event, to show its state at any point.
 */
public final class SessionFold {

	private @Nullable SessionView view;

	/** Adds the next event. */
	public void add(CoachingSessionEvent event, long sequence, Instant time) {
		this.view = SessionView.after(this.view, event, sequence, time);
	}

	/** Who owns the session; empty before the first event. */
	public Optional<String> owner() {
		return Optional.ofNullable(this.view).map(SessionView::owner);
	}

	/** Whether its owner has deleted it. */
	public boolean deleted() {
		return this.view != null && this.view.deleted();
	}

	/** The coach's language; empty before the first event. */
	public Optional<String> language() {
		return Optional.ofNullable(this.view).map((it) -> it.guidance().language());
	}

	/**
	 * The session as its owner would have read it right after the last event; empty
	 * before the first event.
	 */
	public Optional<SessionResponse> asItStood() {
		return Optional.ofNullable(this.view).map((it) -> it.response(it.updatedAt()));
	}

}
