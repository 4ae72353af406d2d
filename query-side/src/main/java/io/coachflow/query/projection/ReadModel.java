package io.coachflow.query.projection;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A read model that is built from events alone, in either slot. Each bean of this type is
 * run by an event processor of its own for each slot in use, listed at
 * {@code GET /api/v1/admin/projections} and rebuilt there.
 *
 * @param name of the bean, the projection, its processing group and its tokens, such as
 * {@code session-list}
 * @param batchSize how many events at most are handled in one transaction
 * @param projection makes an object with {@code @EventHandler} methods that writes into
 * that slot and nowhere else; called once for each slot. Its writes are idempotent
 * @param clear empties the slot, before it is filled anew and when it is no longer needed
 */
public record ReadModel(String name, int batchSize, Function<Slot, Object> projection, Consumer<Slot> clear) {
}
