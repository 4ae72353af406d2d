package io.coachflow.query.projection;

/**
 * A read model that is built from events alone, in either slot. Each bean of this type is
 * run by an event processor of its own for each slot in use, listed at
 * {@code GET /api/v1/admin/projections} and rebuilt there.
 */
public interface ReadModel {

	/**
	 * The name of the projection, its processing group and its tokens, such as
	 * {@code session-list}.
	 */
	String name();

	/** How many events at most are handled in one transaction. */
	int batchSize();

	/**
	 * An object with {@code @EventHandler} methods that writes into that slot and nowhere
	 * else. Called once for each slot. Its writes are idempotent.
	 */
	Object projection(Slot slot);

	/** Empties the slot, before it is filled anew and when it is no longer needed. */
	void clear(Slot slot);

}
