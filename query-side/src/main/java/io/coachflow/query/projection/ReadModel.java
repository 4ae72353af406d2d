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
 * @param projection creates an object with {@code @EventHandler} methods that writes into
 * that slot only; called once for each slot. Its writes must be idempotent
 * @param clear empties the slot, before a rebuild and when the slot is no longer needed
 */
public record ReadModel(String name, Lane lane, Function<Slot, Object> projection, Consumer<Slot> clear) {
}
