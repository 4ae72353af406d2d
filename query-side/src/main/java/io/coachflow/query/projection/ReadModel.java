package io.coachflow.query.projection;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A read model that can be rebuilt from events, in either slot. Each bean of this type is
 * listed at {@code GET /api/v1/admin/projections}.
 *
 * @param name of the bean, the projection, its processing group and its tokens, such as
 * {@code session-list}
 * @param lane the read models with which it shares its transactions while it is live
 * @param logged whether PostgreSQL writes its tables to its own log. If not, a crash
 * empties them; the slots are filled again by themselves, and {@link UnloggedSlots} says
 * whether they have everything
 * @param projection creates an object with {@code @EventHandler} methods that writes into
 * that slot only; called once for each slot. Its writes must be idempotent
 * @param clear empties the slot, before a rebuild and when the slot is no longer needed
 */
public record ReadModel(String name, Lane lane, boolean logged, Function<Slot, Object> projection,
		Consumer<Slot> clear) {

	/** A read model that outlives a crash of PostgreSQL. */
	public ReadModel(String name, Lane lane, Function<Slot, Object> projection, Consumer<Slot> clear) {
		this(name, lane, true, projection, clear);
	}

}
