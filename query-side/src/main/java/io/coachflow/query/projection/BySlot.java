package io.coachflow.query.projection;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The stores of a read model, one for each slot.
 *
 * @param <T> the store
 */
public final class BySlot<T> {

	private final Map<Slot, T> stores = new EnumMap<>(Slot.class);

	private final String readModel;

	private final LiveSlots slots;

	/**
	 * Creates the stores.
	 * @param readModel the {@linkplain ReadModel#name() name}
	 */
	public BySlot(String readModel, LiveSlots slots, Function<Slot, T> store) {
		this.readModel = readModel;
		this.slots = slots;
		for (Slot slot : Slot.values()) {
			this.stores.put(slot, store.apply(slot));
		}
	}

	/** The store of a slot. */
	public T in(Slot slot) {
		return Objects.requireNonNull(this.stores.get(slot));
	}

	/** The store of the live slot. */
	public T live() {
		return in(this.slots.live(this.readModel));
	}

}
