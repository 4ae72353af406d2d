package io.coachflow.benchmarks.upgrade;

/**
 * A session that the old version wrote.
 *
 * @param number from 0
 * @param user its owner, as the value of the {@code Authorization} header
 * @param kind what became of it
 */
public record OldSession(int number, String id, String user, Kind kind) {

	private static final int KINDS = 20;

	/** How many answers one has that is not completed, 0 to 4. */
	static int answers(int number) {
		return (number / KINDS) % 5;
	}

	/** What became of a session. */
	public enum Kind {

		/** All steps, the completion, the package. */
		COMPLETED,
		/** Some steps, or none. */
		MIDDLE,
		/** Deleted by its owner. */
		DELETED,
		/** Nobody answered in time. */
		EXPIRED,
		/** The same, and its owner came back. */
		RESUMED;

		/** Of twenty: four completed, three of the rare kinds, the rest in the middle. */
		static Kind of(int number) {
			return switch (number % KINDS) {
				case 0, 1, 2, 3 -> COMPLETED;
				case 4 -> DELETED;
				case 5 -> EXPIRED;
				case 6 -> RESUMED;
				default -> MIDDLE;
			};
		}

		/** Whether it expires, at least at first. */
		public boolean expires() {
			return this == EXPIRED || this == RESUMED;
		}

		/** Whether it gets a package. */
		public boolean completes() {
			return this == COMPLETED;
		}

	}

}
