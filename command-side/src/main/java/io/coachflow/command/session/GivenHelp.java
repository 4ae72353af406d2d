package io.coachflow.command.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.coachflow.contracts.session.AnswerOrigin;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Offer;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * The help that a session was given, as far as decisions need it.
 *
 * @param recent what was offered the last times, the oldest first
 * @param rounds what was given at each step
 * @param last the help, if it was the session's last event; null otherwise
 */
record GivenHelp(List<Offered> recent, Map<At, Round> rounds, @Nullable HelpGiven last) {

	static final GivenHelp NONE = new GivenHelp(List.of(), Map.of(), null);

	/** Earlier offers are forgotten: nobody has them before their eyes any more. */
	private static final int MOST_RECENT = 20;

	private static final Round FIRST = new Round(0, List.of());

	/** What was offered at one time. */
	record Offered(HelpKind kind, List<Offer> offers) {
	}

	/** A kind of help with a step. */
	record At(HelpKind kind, Step step) {
	}

	/**
	 * What was given with a step so far.
	 *
	 * @param times how often
	 * @param questions the questions of the last time
	 */
	record Round(int times, List<String> questions) {
	}

	/** An offer that an answer came from. */
	record Taken(AnswerOrigin origin, String text) {
	}

	/** After help. */
	GivenHelp and(HelpGiven given) {
		List<Offered> offered = new ArrayList<>(this.recent);
		offered.add(new Offered(given.kind(), given.offers()));
		Map<At, Round> next = new HashMap<>(this.rounds);
		At at = new At(given.kind(), given.step());
		next.put(at, new Round(round(at).times() + 1, given.questions()));
		return new GivenHelp(List.copyOf(offered.subList(Math.max(0, offered.size() - MOST_RECENT), offered.size())),
				Collections.unmodifiableMap(next), given);
	}

	/** After something else. */
	GivenHelp past() {
		return (this.last != null) ? new GivenHelp(this.recent, this.rounds, null) : this;
	}

	Round round(At at) {
		return this.rounds.getOrDefault(at, FIRST);
	}

	/** The recent offer of that id. */
	Optional<Taken> offer(String id) {
		for (Offered offered : this.recent) {
			for (Offer offer : offered.offers()) {
				if (offer.id().equals(id)) {
					return Optional.of(new Taken(offered.kind().origin(), offer.text()));
				}
			}
		}
		return Optional.empty();
	}

}
