package io.coachflow.eventlog.integrity;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Verifies the hashes of one session from its first event on. After a violation it
 * continues from the stored hash, so that one change is one or two violations and not one
 * per later event. Uses about 100 bytes for a session of any length.
 */
public final class SessionChain {

	private static final int HASH_LENGTH = 32;

	private byte[] hash = EventHash.NONE;

	private long sequence = -1;

	private long events;

	private boolean holdsTexts;

	private @Nullable Long position;

	private @Nullable IntegrityViolation firstFlaw;

	/**
	 * Verifies the next event, in the order of sequences or of the log.
	 * @return what is wrong with it or before it; empty if all is as it was written
	 */
	public List<IntegrityViolation> follow(StoredEvent event) {
		List<IntegrityViolation> flaws = new ArrayList<>(0);
		long due = this.sequence + 1;
		long found = event.sequence();
		if (found > due) {
			flaws.add(missing(due, found - 1, " before sequence " + found));
		}
		else if (found < due) {
			flaws.add(new IntegrityViolation(IntegrityViolation.Kind.MOVED, found,
					"Sequence " + found + " stands behind sequence " + this.sequence + "."));
		}
		else if (event.hash().length != HASH_LENGTH) {
			flaws.add(new IntegrityViolation(IntegrityViolation.Kind.CHANGED, found,
					"Sequence " + found + " has no hash of " + HASH_LENGTH + " bytes."));
		}
		else if (!isHashOf(event)) {
			flaws.add(new IntegrityViolation(IntegrityViolation.Kind.CHANGED, found,
					"The content of sequence " + found
							+ ((found > 0)
									? " and the hash of sequence " + this.sequence
											+ " do not give its hash: one of the three was changed."
									: " does not give its hash: one of the two was changed.")));
		}
		if (this.position != null && event.position() != null && event.position() <= this.position) {
			// Of two swapped events, the one with the lower sequence comes too late
			flaws.add(new IntegrityViolation(IntegrityViolation.Kind.MOVED, Math.min(this.sequence, found),
					"Sequence " + this.sequence + " stands at position " + this.position + " of the log, sequence "
							+ found + " before it at " + event.position() + "."));
		}
		this.events++;
		this.holdsTexts |= TextEvents.hold(event);
		this.sequence = found;
		this.hash = event.hash();
		this.position = event.position();
		flaws.forEach(this::remember);
		return flaws;
	}

	/**
	 * Compares the end with another source, because a chain alone does not show that its
	 * last events were removed.
	 * @param known a sequence that the session has reached
	 */
	public Optional<IntegrityViolation> endsAt(long known) {
		if (known <= this.sequence) {
			return Optional.empty();
		}
		IntegrityViolation flaw = missing(this.sequence + 1, known, "");
		remember(flaw);
		return Optional.of(flaw);
	}

	public long events() {
		return this.events;
	}

	/** Whether it is no session but texts that sessions name. */
	public boolean holdsTexts() {
		return this.holdsTexts;
	}

	/** The sequence of the last event; -1 before the first. */
	public long lastSequence() {
		return this.sequence;
	}

	/** The hash of the last event; {@link EventHash#NONE} before the first. */
	public byte[] lastHash() {
		return this.hash;
	}

	/** The position of the last event; absent if it is not known. */
	public @Nullable Long lastPosition() {
		return this.position;
	}

	/** The flaw with the lowest sequence. */
	public Optional<IntegrityViolation> firstFlaw() {
		return Optional.ofNullable(this.firstFlaw);
	}

	private boolean isHashOf(StoredEvent event) {
		try {
			return MessageDigest.isEqual(event.hash(), EventHash.of(this.hash, event.sessionId(), event.sequence(),
					event.name(), event.revision(), event.time(), event.payload(), event.metadata()));
		}
		catch (ArithmeticException _) {
			// No log wrote this time: its microseconds do not fit 64 bits
			return false;
		}
	}

	private void remember(IntegrityViolation flaw) {
		if (this.firstFlaw == null || flaw.sequence() < this.firstFlaw.sequence()) {
			this.firstFlaw = flaw;
		}
	}

	private static IntegrityViolation missing(long from, long to, String where) {
		return new IntegrityViolation(IntegrityViolation.Kind.MISSING, from,
				((from == to) ? "Sequence " + from + " is missing" : "Sequences " + from + " to " + to + " are missing")
						+ where + ".");
	}

}
