package io.coachflow.console.history;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a history that fits on a page.
 *
 * @param next the number of the first event after it, from 0; null after the last
 * @param total how many events the whole history has
 */
record Timeline(List<Entry> entries, @Nullable Integer next, int total) {

	/** The most events of a part. */
	static final int MOST = 50;

	/** About how many bytes a part of a whole page may take. */
	static final int BESIDE_OTHERS = 50_000;

	/** About how many bytes a part may take that is sent by itself. */
	static final int ALONE = 80_000;

	/**
	 * The part that begins with an event.
	 * @param from its number, from 0
	 * @param most about how many bytes it may take
	 */
	static Timeline of(List<LogEvent> events, int from, int most) {
		List<Entry> entries = new ArrayList<>();
		int at = Math.clamp(from, 0, events.size());
		int bytes = 0;
		while (at < events.size() && entries.size() < MOST) {
			Entry entry = Entries.of(events.get(at)).shortened();
			bytes += entry.weight();
			if (bytes > most && !entries.isEmpty()) {
				break;
			}
			entries.add(entry);
			at++;
		}
		return new Timeline(List.copyOf(entries), (at < events.size()) ? at : null, events.size());
	}

}
