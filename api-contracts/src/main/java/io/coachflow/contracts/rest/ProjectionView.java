package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A projection and its progress.
 *
 * @param state {@code live}; {@code failing} while it retries the same events;
 * {@code preparing} or {@code rebuilding} while a new read model is built beside the live
 * one; {@code awaiting_confirmation} once readers use the new one
 * @param rebuildable whether it may be rebuilt; projections with side effects may not
 * @param position the log position of its last event; 0 before the first
 * @param head the position of the log's last event
 * @param lagSeconds the age of the first event that it lacks; 0 if it lacks none
 * @param segments how many nodes can share the work
 * @param runningSegments how many segments are being processed
 * @param error its current failure, on any node; null if there is none
 * @param rebuild the last rebuild; null if there was none
 * @param lastError its last failure, even if it has recovered since; null if it never
 * failed
 */
@Schema(example = """
		{"name": "session-list", "state": "rebuilding", "rebuildable": true, "position": 1042, "head": 1042, "lag_events": 0, "lag_seconds": 0, "segments": 2, "running_segments": 2, "error": null, "dead_letters": 0, "rebuild": {"position": 512, "progress_percent": 49.1, "seconds_left": 3, "requested_by": "admin", "requested_at": "2026-11-22T12:00:00Z", "begun_at": "2026-11-22T12:00:01Z", "switched_at": null, "error": null, "dead_letters": 0}, "last_error": null}""")
public record ProjectionView(String name, @Schema(allowableValues = {
		"live", "preparing", "rebuilding", "awaiting_confirmation" }) String state, boolean rebuildable, long position,
		long head, @JsonProperty("lag_events") long lagEvents, @JsonProperty("lag_seconds") double lagSeconds,
		int segments, @JsonProperty("running_segments") int runningSegments, @Nullable String error,
		@JsonProperty("dead_letters") long deadLetters, @Nullable RebuildView rebuild,
		@JsonProperty("last_error") @Nullable ProjectionFailure lastError){
}
