package io.coachflow.eventlog.export;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.coachflow.eventlog.integrity.StoredEvent;
import io.coachflow.eventlog.integrity.TextEvents;

/**
 * The texts that a file holds, and those that its events name.
 */
final class FileTexts {

	/** Whether the texts under each digest give it. */
	private final Map<String, Boolean> held = new HashMap<>();

	/** The first event that names each digest. */
	private final Map<String, StoredEvent> named = new LinkedHashMap<>();

	void add(StoredEvent event) {
		if (TextEvents.hold(event)) {
			this.held.merge(event.sessionId(), TextEvents.areAsNamed(event), Boolean::logicalAnd);
		}
		TextEvents.namedBy(event).ifPresent((digest) -> this.named.putIfAbsent(digest, event));
	}

	/** How many texts give their digest. */
	long valid() {
		return this.held.values().stream().filter((asNamed) -> asNamed).count();
	}

	/** Passes on the digest of each text that was changed. */
	void forEachChanged(Consumer<String> changed) {
		this.held.forEach((digest, asNamed) -> {
			if (!asNamed) {
				changed.accept(digest);
			}
		});
	}

	/** Passes on the first event that names each text which the file lacks. */
	void forEachMissing(MissingTexts missing) {
		this.named.forEach((digest, event) -> {
			if (!this.held.containsKey(digest)) {
				missing.accept(digest, event.sessionId(), event.sequence());
			}
		});
	}

	@FunctionalInterface
	interface MissingTexts {

		void accept(String digest, String sessionId, long sequence);

	}

}
