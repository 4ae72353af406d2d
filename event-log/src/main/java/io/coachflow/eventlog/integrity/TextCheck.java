package io.coachflow.eventlog.integrity;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the log and checks that texts give their digests, and are there before events
 * name them.
 */
final class TextCheck {

	/** Some hundreds for each version of the catalogue. */
	private final Set<String> recorded = new HashSet<>();

	private final Set<String> missing = new HashSet<>();

	/**
	 * Checks the next event.
	 * @return what is wrong with it; missing texts are reported once
	 */
	Optional<String> follow(StoredEvent event) {
		if (TextEvents.hold(event)) {
			this.recorded.add(event.sessionId());
			return TextEvents.areAsNamed(event) ? Optional.empty() : Optional.of(changed(event.sessionId()));
		}
		return TextEvents.namedBy(event)
			.filter((digest) -> !this.recorded.contains(digest) && this.missing.add(digest))
			.map(TextCheck::missing);
	}

	/** How many different texts the log holds so far. */
	int recorded() {
		return this.recorded.size();
	}

	static String changed(String digest) {
		return "The texts under the digest " + digest + " do not give it: they were changed.";
	}

	static String missing(String digest) {
		return "The texts with the digest " + digest + ", which it names, are missing before it.";
	}

}
