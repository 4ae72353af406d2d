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
 * Verifies the chains of all sessions in the order of the log, the texts that events
 * name, and that no position is missing. It keeps the last hash of each session: about
 * 200 bytes, so 140 MB for 700,000 sessions.
 */
public final class LogChain {

	/** It keeps the details of at most this many flaws; it counts all. */
	private static final int KEPT = 1_000;

	private final Map<Object, SessionChain> chains = new HashMap<>();

	private final TextCheck texts = new TextCheck();

	private final List<BadEvent> flaws = new ArrayList<>();

	private final long first;

	private volatile long position;

	private long events;

	private long bad;

	/**
	 * Starts before the first event.
	 * @param first the position of the first event that was ever written
	 */
	public LogChain(long first) {
		this.first = first;
		this.position = first - 1;
	}

	/** Verifies the next event in the order of the log. */
	public void follow(StoredEvent event) {
		long found = (event.position() != null) ? event.position() : this.position + 1;
		missing(this.position + 1, found - 1);
		SessionChain chain = this.chains.computeIfAbsent(key(event.sessionId()), (_) -> new SessionChain());
		long before = lastPosition(chain);
		long due = chain.lastSequence() + 1;
		List<IntegrityViolation> ofEvent = chain.follow(event);
		for (IntegrityViolation flaw : ofEvent) {
			boolean missing = flaw.kind() == IntegrityViolation.Kind.MISSING;
			if (!missing || !nameMissing(event.sessionId(), due, event.sequence() - due, before, found)) {
				add(new BadEvent(found, event.sessionId(), flaw.sequence(), flaw.problem()));
			}
		}
		this.texts.follow(event)
			.filter((_) -> ofEvent.isEmpty())
			.ifPresent((problem) -> add(new BadEvent(found, event.sessionId(), event.sequence(), problem)));
		this.events++;
		this.position = found;
	}

	/** Ends the log. Positions up to this one were assigned. */
	public void endsAt(long through) {
		missing(this.position + 1, through);
		this.position = Math.max(this.position, through);
	}

	/** The sequence of a session's last event; -1 where it has none. */
	public long lastSequence(String sessionId) {
		SessionChain chain = this.chains.get(key(sessionId));
		return (chain != null) ? chain.lastSequence() : -1;
	}

	/** Ends a session. It has reached this sequence. */
	public void endsAt(String sessionId, long known) {
		SessionChain chain = this.chains.computeIfAbsent(key(sessionId), (_) -> new SessionChain());
		long due = chain.lastSequence() + 1;
		long before = lastPosition(chain);
		chain.endsAt(known).ifPresent((flaw) -> {
			if (!nameMissing(sessionId, due, known - chain.lastSequence(), before, this.position + 1)) {
				add(new BadEvent(null, sessionId, flaw.sequence(), flaw.problem()));
			}
		});
	}

	/** The position of the last event so far; other threads may ask for it. */
	public long position() {
		return this.position;
	}

	public long events() {
		return this.events;
	}

	/** The sessions and packages. */
	public long sessions() {
		return this.chains.size() - this.texts.recorded();
	}

	public long bad() {
		return this.bad;
	}

	/** The flaws that it keeps, by position; those without a position come last. */
	public List<BadEvent> flaws() {
		return this.flaws.stream()
			.sorted(Comparator.comparing(BadEvent::position, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
	}

	private long lastPosition(SessionChain chain) {
		return (chain.lastPosition() != null) ? chain.lastPosition() : this.first - 1;
	}

	private void missing(long from, long to) {
		this.bad += Math.max(to - from + 1, 0);
		for (long at = from; at <= to && this.flaws.size() < KEPT; at++) {
			this.flaws.add(new BadEvent(at, null, null, "The event at position " + at + " is missing."));
		}
	}

	/**
	 * Gives missing events their session and sequence, if as many positions as sequences
	 * are missing between two events of the session.
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

	/** Keeps an id in 16 bytes if it is a UUID. */
	private static Object key(String sessionId) {
		return SessionIds.areOfForm(sessionId) ? UUID.fromString(sessionId) : sessionId;
	}

}
