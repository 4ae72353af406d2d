package io.coachflow.eventlog.integrity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.coachflow.contracts.rest.BadEvent;
import io.coachflow.contracts.session.SessionIds;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chains of all sessions at once, in the order of the log, and its positions,
 * which leave no gap. Of each session it keeps the last hash: about 200 bytes, 140 MB for
 * 700,000 sessions.
 */
public final class LogChain {

	/** Of so many flaws the details are kept; all are counted. */
	private static final int KEPT = 1_000;

	private final Map<Object, SessionChain> chains = new HashMap<>();

	private final List<BadEvent> flaws = new ArrayList<>();

	private final long first;

	private volatile long position;

	private long events;

	private long bad;

	/**
	 * Begins before the first event.
	 * @param first the position of the first event that was ever written
	 */
	public LogChain(long first) {
		this.first = first;
		this.position = first - 1;
	}

	/** Takes the next event in the order of the log. */
	public void follow(StoredEvent event) {
		long found = (event.position() != null) ? event.position() : this.position + 1;
		missing(this.position + 1, found - 1);
		SessionChain chain = this.chains.computeIfAbsent(key(event.sessionId()), (_) -> new SessionChain());
		long before = (chain.lastPosition() != null) ? chain.lastPosition() : this.first - 1;
		long due = chain.lastSequence() + 1;
		for (IntegrityViolation flaw : chain.follow(event)) {
			boolean missing = flaw.kind() == IntegrityViolation.Kind.MISSING;
			if (!missing || !nameMissing(event.sessionId(), due, event.sequence() - due, before, found)) {
				add(new BadEvent(found, event.sessionId(), flaw.sequence(), flaw.problem()));
			}
		}
		this.events++;
		this.position = found;
	}

	/** Takes note that nothing follows, though positions were given up to that one. */
	public void endsAt(long through) {
		missing(this.position + 1, through);
		this.position = Math.max(this.position, through);
	}

	/** The sequence of a session's last event; -1 where it has none. */
	public long lastSequence(String sessionId) {
		SessionChain chain = this.chains.get(key(sessionId));
		return (chain != null) ? chain.lastSequence() : -1;
	}

	/**
	 * Takes note that a session has no more events, though it had reached that sequence.
	 */
	public void endsAt(String sessionId, long known) {
		SessionChain chain = this.chains.computeIfAbsent(key(sessionId), (_) -> new SessionChain());
		long due = chain.lastSequence() + 1;
		long before = (chain.lastPosition() != null) ? chain.lastPosition() : this.first - 1;
		chain.endsAt(known).ifPresent((flaw) -> {
			if (!nameMissing(sessionId, due, known - chain.lastSequence(), before, this.position + 1)) {
				add(new BadEvent(null, sessionId, flaw.sequence(), flaw.problem()));
			}
		});
	}

	/** How far it has come; may be asked by other threads. */
	public long position() {
		return this.position;
	}

	public long events() {
		return this.events;
	}

	public long sessions() {
		return this.chains.size();
	}

	public long bad() {
		return this.bad;
	}

	/** The flaws by position, as far as they are kept; those without one come last. */
	public List<BadEvent> flaws() {
		return this.flaws.stream()
			.sorted(Comparator.comparing(BadEvent::position, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
	}

	private void missing(long from, long to) {
		this.bad += Math.max(to - from + 1, 0);
		for (long at = from; at <= to && this.flaws.size() < KEPT; at++) {
			this.flaws.add(new BadEvent(at, null, null, "The event at position " + at + " is missing."));
		}
	}

	/**
	 * Gives missing events their session and sequence, where as many positions are
	 * missing between its events as sequences are.
	 */
	private boolean nameMissing(String sessionId, long sequence, long count, long after, long before) {
		List<Integer> unnamed = new ArrayList<>();
		for (int i = 0; i < this.flaws.size(); i++) {
			BadEvent flaw = this.flaws.get(i);
			if (flaw.sessionId() == null && flaw.position() != null && flaw.position() > after
					&& flaw.position() < before) {
				unnamed.add(i);
			}
		}
		if (unnamed.size() != count) {
			return false;
		}
		for (int i = 0; i < count; i++) {
			this.flaws.set(unnamed.get(i), new BadEvent(this.flaws.get(unnamed.get(i)).position(), sessionId,
					sequence + i, "Sequence " + (sequence + i) + " is missing."));
		}
		return true;
	}

	private void add(BadEvent flaw) {
		this.bad++;
		if (this.flaws.size() < KEPT) {
			this.flaws.add(flaw);
		}
	}

	/** Ids are kept as 16 bytes where they can be. */
	private static Object key(String sessionId) {
		return SessionIds.areOfForm(sessionId) ? UUID.fromString(sessionId) : sessionId;
	}

}
