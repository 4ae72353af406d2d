package io.coachflow.query.projection;

/**
 * One of the two copies of a read model. One is live; a rebuild fills the other from the
 * first event.
 */
public enum Slot {

	/** Live until the first rebuild; its names have no suffix. */
	BLUE("A", ""),

	/** The other one. */
	GREEN("B", "_b");

	private final String stored;

	private final String suffix;

	Slot(String stored, String suffix) {
		this.stored = stored;
		this.suffix = suffix;
	}

	/** The slot by its name in the table {@code projection}. */
	static Slot ofStored(String stored) {
		return stored.equals(BLUE.stored) ? BLUE : GREEN;
	}

	/** The name in the table {@code projection}. */
	String stored() {
		return this.stored;
	}

	/**
	 * The name in this slot of a table, key or processor that is called {@code base} in
	 * the blue slot.
	 */
	public String of(String base) {
		return base + this.suffix;
	}

	/** The other slot. */
	public Slot other() {
		return (this == BLUE) ? GREEN : BLUE;
	}

}
