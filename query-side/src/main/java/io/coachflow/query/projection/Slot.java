package io.coachflow.query.projection;

/**
 * One of the two places that a read model can stand in. One is live; a rebuild fills the
 * other from the first event, beside it.
 */
public enum Slot {

	/** Where a read model stands until its first rebuild; names carry no suffix. */
	BLUE("A", ""),

	/** The other one. */
	GREEN("B", "_b");

	private final String stored;

	private final String suffix;

	Slot(String stored, String suffix) {
		this.stored = stored;
		this.suffix = suffix;
	}

	/** The slot that the table {@code projection} means. */
	static Slot ofStored(String stored) {
		return stored.equals(BLUE.stored) ? BLUE : GREEN;
	}

	/** How the table {@code projection} names it. */
	String stored() {
		return this.stored;
	}

	/** The name in this slot of what is called {@code base} in the first one. */
	public String of(String base) {
		return base + this.suffix;
	}

	/** The place that this one takes turns with. */
	public Slot other() {
		return (this == BLUE) ? GREEN : BLUE;
	}

}
