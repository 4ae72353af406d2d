package io.coachflow.contracts.rest;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * All projections of the service.
 */
@Schema(example = """
		{"projections": [{"name": "session-list", "state": "live", "rebuildable": true, "position": 1042, "head": 1042, "lag_events": 0, "lag_seconds": 0, "segments": 2, "running_segments": 2, "error": null, "dead_letters": 0, "rebuild": null, "last_error": null}]}""")
public record ProjectionList(List<ProjectionView> projections) {
}
