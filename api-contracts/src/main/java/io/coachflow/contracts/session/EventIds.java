package io.coachflow.contracts.session;

import org.jspecify.annotations.Nullable;

/**
 * The ids in events: who follows up on an event finds its way by them, and would take all
 * that lack one for the same.
 */
public final class EventIds {

	private EventIds() {
	}

	/**
	 * Checks that the ids are there.
	 * @throws IllegalArgumentException if one is missing
	 */
	public static void require(@Nullable String... ids) {
		for (String id : ids) {
			if (id == null || id.isBlank()) {
				throw new IllegalArgumentException("An event lacks the id of its session or of its package");
			}
		}
	}

}
