package io.coachflow.contracts.session;

import org.jspecify.annotations.Nullable;

/**
 * Checks the ids in events. Event handlers find their state by id, and would mix up
 * events without one.
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
