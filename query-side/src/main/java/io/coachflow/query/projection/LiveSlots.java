package io.coachflow.query.projection;

/**
 * Which slot of a read model is live.
 */
public interface LiveSlots {

	/**
	 * The slot to read from; it may change between two reads.
	 * @param readModel the {@linkplain ReadModel#name() name}
	 */
	Slot live(String readModel);

}
