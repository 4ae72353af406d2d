package io.coachflow.contracts.rest;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * How the steps of a session appear in JSON: by name, in the order in which they are
 * asked.
 */
public final class Steps {

	private Steps() {
	}

	/** The step's name, or {@code completed} if none is left. */
	public static String current(@Nullable Step step) {
		return (step != null) ? step.id() : "completed";
	}

	/** For every step whether it is answered. */
	public static Map<String, Boolean> progress(Collection<Step> answered) {
		Map<String, Boolean> progress = new LinkedHashMap<>();
		Arrays.stream(Step.values()).forEach((step) -> progress.put(step.id(), answered.contains(step)));
		return Collections.unmodifiableMap(progress);
	}

	/** The values by step name, in the order of the steps. */
	public static <T> Map<String, T> byName(Map<Step, T> values) {
		Map<String, T> named = new LinkedHashMap<>();
		Arrays.stream(Step.values())
			.filter(values::containsKey)
			.forEach((step) -> named.put(step.id(), values.get(step)));
		return Collections.unmodifiableMap(named);
	}

}
