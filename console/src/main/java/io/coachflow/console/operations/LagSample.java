package io.coachflow.console.operations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.contracts.rest.ProjectionList;
import io.coachflow.contracts.rest.ProjectionView;

/**
 * How many events each projection lacked at a time.
 */
record LagSample(Instant at, Map<String, Long> events) {

	static LagSample of(Instant at, ProjectionList list) {
		Map<String, Long> events = new LinkedHashMap<>();
		for (ProjectionView view : list.projections()) {
			events.put(view.name(), view.lagEvents());
		}
		return new LagSample(at, events);
	}

}
