package io.coachflow.console.history;

/**
 * An event's data as the log has it, as JSON for people.
 *
 * @param cut whether it is a beginning only; an export has all
 */
record StoredData(String json, boolean cut) {

	/** A page stays below 100 KB even if every character has to be escaped. */
	private static final int MOST = 8_000;

	static StoredData of(LogEvent event) {
		String json = event.data().toPrettyString();
		return (json.length() <= MOST) ? new StoredData(json, false) : new StoredData(json.substring(0, MOST), true);
	}

}
