package io.coachflow.console.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
		long expired, long helpGiven, long proposalsTaken) {

	/** Below this a share says more about single sessions than about the group. */
	static final long ENOUGH = 10;

	static Funnel of(Group group) {
		return new Funnel(group.group(), group.started(), group.reached(), group.clarified(), group.completed(),
				group.expired(), group.helpGiven(), group.proposalsTaken());
	}

	/** All groups together. */
	static Funnel total(List<Group> groups) {
		Map<String, Long> reached = new LinkedHashMap<>();
		groups.forEach((group) -> group.reached().forEach((step, count) -> reached.merge(step, count, Long::sum)));
		return new Funnel("", groups.stream().mapToLong(Group::started).sum(), reached,
				groups.stream().mapToLong(Group::clarified).sum(), groups.stream().mapToLong(Group::completed).sum(),
				groups.stream().mapToLong(Group::expired).sum(), groups.stream().mapToLong(Group::helpGiven).sum(),
				groups.stream().mapToLong(Group::proposalsTaken).sum());
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
