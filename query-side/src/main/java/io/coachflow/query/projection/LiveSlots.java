package io.coachflow.query.projection;

/**
 * Tells readers where a read model stands.
 */
public interface LiveSlots {

	/**
	 * The slot to read from, to be asked for each time anew.
	 * @param readModel the {@linkplain ReadModel#name() name}
	 */
	Slot live(String readModel);

}
