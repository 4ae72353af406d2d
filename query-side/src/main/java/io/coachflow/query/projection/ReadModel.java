package io.coachflow.query.projection;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A read model that can be rebuilt from events, in either slot. Each bean of this type
 * has its own event processor for each slot in use, and is listed at
 * {@code GET /api/v1/admin/projections}.
 *
 * @param name of the bean, the projection, its processing group and its tokens, such as
 * {@code session-list}
 * @param batchSize how many events at most are handled in one transaction
 * @param projection creates an object with {@code @EventHandler} methods that writes into
 * that slot only; called once for each slot. Its writes must be idempotent
 * @param clear empties the slot, before a rebuild and when the slot is no longer needed
 */
public record ReadModel(String name, int batchSize, Duration gathering, Function<Slot, Object> projection,
		Consumer<Slot> clear) {

	/**
	 * What nobody notices, since whoever wrote something reads its own write from the
	 * log.
	 */
	public static final Duration UNNOTICED = Duration.ofMillis(150);

}
