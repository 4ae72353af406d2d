package io.coachflow.console.live;

import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of an event stream together to events.
 */
final class SseParser {

	private @Nullable String id;

	private @Nullable String name;

	private @Nullable StringBuilder data;

	/** The event that this line ends; null if it ends none. */
	@Nullable LiveEvent line(String line) {
		if (line.isEmpty()) {
			return end();
		}
		int colon = line.indexOf(':');
		String field = (colon < 0) ? line : line.substring(0, colon);
		String value = (colon < 0) ? "" : line.substring(colon + 1);
		value = value.startsWith(" ") ? value.substring(1) : value;
		switch (field) {
			case "id" -> this.id = value;
			case "event" -> this.name = value;
			case "data" -> {
				if (this.data == null) {
					this.data = new StringBuilder(value);
				}
				else {
					this.data.append('\n').append(value);
				}
			}
			default -> {
				// A comment, such as a heartbeat
			}
		}
		return null;
	}

	private @Nullable LiveEvent end() {
		LiveEvent event = (this.data != null)
				? new LiveEvent(this.id, (this.name != null) ? this.name : "message", this.data.toString()) : null;
		this.name = null;
		this.data = null;
		return event;
	}

}
