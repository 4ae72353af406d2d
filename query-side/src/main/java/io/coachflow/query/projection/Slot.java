package io.coachflow.query.projection;

/**
 * One of the two places that a read model can stand in. One is live; a rebuild fills the
 * other from the first event, beside it.
 */
public enum Slot {

	/** Where a read model stands until its first rebuild; names carry no suffix. */
	A(""),

	/** The other one. */
	B("_b");

	private final String suffix;

	Slot(String suffix) {
		this.suffix = suffix;
	}

	/** The name in this slot of what is called {@code base} in the first one. */
	public String of(String base) {
		return base + this.suffix;
	}

	/** The place that this one takes turns with. */
	public Slot other() {
		return (this == A) ? B : A;
	}

}
