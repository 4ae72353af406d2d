package io.coachflow.contracts.enrichment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What has changed since an agent was given its brief. What is changed back has not
 * changed.
 *
 * @param ofResult of the inputs of the last result, those that are no longer so, as they
 * were: some of {@link BriefInputs#of}
 * @param ofRequest of the inputs of the last requested generation, likewise
 */
public record Staleness(Map<String, String> ofResult, Map<String, String> ofRequest) {

	/** Nothing has changed. */
	public static final Staleness NONE = new Staleness(Map.of(), Map.of());

	/** After the brief was revised. */
	public Staleness revised(Map<String, String> before, Map<String, String> now) {
		return new Staleness(since(this.ofResult, before, now), since(this.ofRequest, before, now));
	}

	/** After another generation was requested, which is made of the present brief. */
	public Staleness requested() {
		return new Staleness(this.ofResult, Map.of());
	}

	/** After the last requested generation succeeded. */
	public Staleness succeeded() {
		return new Staleness(this.ofRequest, this.ofRequest);
	}

	/**
	 * The ids of the answers and facts that the result was made of and that have changed
	 * since, in the order of the alphabet; empty for a result that is up to date.
	 * @param receipt of the result
	 * @param now the inputs as they are
	 */
	public List<String> because(Receipt receipt, Map<String, String> now) {
		return BriefInputs.changed(this.ofResult, now)
			.stream()
			.filter((input) -> receipt.dependsOnAny(Set.of(input)))
			.map(SessionInput::id)
			.sorted()
			.toList();
	}

	private static Map<String, String> since(Map<String, String> known, Map<String, String> before,
			Map<String, String> now) {
		Map<String, String> changed = new TreeMap<>(known);
		before.forEach((input, was) -> changed.putIfAbsent(input, was));
		changed.entrySet().removeIf((input) -> input.getValue().equals(now.get(input.getKey())));
		return Collections.unmodifiableMap(changed);
	}

}
