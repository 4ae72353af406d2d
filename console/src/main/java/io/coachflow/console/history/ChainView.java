package io.coachflow.console.history;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.rest.SessionVerification;
import org.jspecify.annotations.Nullable;

/**
 * The chain of a session's hashes as a row of links.
 *
 * @param events how many events the log has
 * @param problem where and how it breaks; null if it does not
 * @param lastHash the hash that stands for the whole history; null without events
 */
record ChainView(List<Link> links, boolean valid, long events, @Nullable String problem, @Nullable String lastHash,
		OffsetDateTime at) {

	/** About the most links of a row; of a longer history a link is several events. */
	static final int MOST = 150;

	/** What a link says of its events. */
	enum State {

		/** As they were written. */
		FITS,

		/** The first that is not as it was written, or is missing. */
		BREAKS,

		/** After the break, where the chain proves nothing. */
		AFTER

	}

	/**
	 * Events of one state.
	 *
	 * @param last the same as the first if it is a single event
	 */
	record Link(long first, long last, State state) {

		/** The key of what it says, with the first and the last as arguments. */
		public String key() {
			return "history.link." + css() + ((this.first == this.last) ? "" : ".many");
		}

		public String css() {
			return this.state.name().toLowerCase(Locale.ROOT);
		}

	}

	static ChainView of(SessionVerification verification) {
		Long last = verification.lastSequence();
		Long bad = verification.firstBadSequence();
		long end = Math.max((last != null) ? last : -1, (bad != null) ? bad : -1);
		long each = end / MOST + 1;
		List<Link> links = new ArrayList<>();
		if (bad == null) {
			add(links, 0, end, each, State.FITS);
		}
		else {
			add(links, 0, bad - 1, each, State.FITS);
			add(links, bad, bad, 1, State.BREAKS);
			add(links, bad + 1, end, each, State.AFTER);
		}
		return new ChainView(List.copyOf(links), verification.valid(), verification.events(), verification.problem(),
				verification.lastHash(), verification.verifiedAt().atOffset(ZoneOffset.UTC));
	}

	private static void add(List<Link> links, long from, long to, long each, State state) {
		for (long first = from; first <= to; first += each) {
			links.add(new Link(first, Math.min(to, first + each - 1), state));
		}
	}

}
