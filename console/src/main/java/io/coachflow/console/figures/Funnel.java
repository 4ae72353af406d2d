package io.coachflow.console.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

import io.coachflow.console.chart.Numbers;
import io.coachflow.contracts.rest.FunnelReport.Group;
import org.jspecify.annotations.Nullable;

/**
 * How far sessions got, and what share of them.
 *
 * @param group the day, sector or language; empty for several together
 * @param reached how many sessions reached each step, in the steps' order
 */
public record Funnel(String group, long started, Map<String, Long> reached, long clarified, long completed,
		long givenUp, long helpGiven, long proposalsTaken, long answersRevised, long helped, long helpedCompleted,
		long clarifiedCompleted) {

	/** Below this a share says more about single sessions than about the group. */
	static final long ENOUGH = 10;

	static Funnel of(Group group) {
		return new Funnel(group.group(), group.started(), group.reached(), group.clarified(), group.completed(),
				group.givenUp(), group.helpGiven(), group.proposalsTaken(), group.answersRevised(), group.helped(),
				group.helpedCompleted(), group.clarifiedCompleted());
	}

	/** All groups together. */
	static Funnel total(List<Group> groups) {
		Map<String, Long> reached = new LinkedHashMap<>();
		groups.forEach((group) -> group.reached().forEach((step, count) -> reached.merge(step, count, Long::sum)));
		return new Funnel("", sum(groups, Group::started), reached, sum(groups, Group::clarified),
				sum(groups, Group::completed), sum(groups, Group::givenUp), sum(groups, Group::helpGiven),
				sum(groups, Group::proposalsTaken), sum(groups, Group::answersRevised), sum(groups, Group::helped),
				sum(groups, Group::helpedCompleted), sum(groups, Group::clarifiedCompleted));
	}

	private static long sum(List<Group> groups, ToLongFunction<Group> count) {
		return groups.stream().mapToLong(count).sum();
	}

	/**
	 * Completion of all sessions, of those that were asked back, and of those that got
	 * help.
	 */
	public List<Completion> completions() {
		return List.of(new Completion("all", this.started, this.completed),
				new Completion("clarified", this.clarified, this.clarifiedCompleted),
				new Completion("helped", this.helped, this.helpedCompleted));
	}

	/**
	 * How many of some sessions were completed.
	 *
	 * @param kind names the sessions
	 */
	public record Completion(String kind, long sessions, long completed) {

		/** In percent; null where the sessions are too few. */
		public @Nullable String share(Locale locale) {
			return (this.sessions >= ENOUGH) ? Numbers.text(100.0 * this.completed / this.sessions, 0, locale) : null;
		}

	}

	public boolean enough() {
		return this.started >= ENOUGH;
	}

	/** The share of started sessions; null where too few started. */
	public @Nullable String share(long sessions, Locale locale) {
		return enough() ? Numbers.text(100.0 * sessions / this.started, 0, locale) : null;
	}

	/** Help per started session; null where too few started. */
	public @Nullable String helpEach(Locale locale) {
		return enough() ? Numbers.text((double) this.helpGiven / this.started, 2, locale) : null;
	}

	/** The stages of the funnel: a step's name, or {@code completed}, with its count. */
	public List<Map.Entry<String, Long>> stages() {
		List<Map.Entry<String, Long>> stages = new ArrayList<>(this.reached.entrySet());
		stages.add(Map.entry("completed", this.completed));
		return List.copyOf(stages);
	}

}
