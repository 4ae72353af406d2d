package io.coachflow.contracts.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session's history up to a point, and the state at that point.
 *
 * @param asOfSequence the sequence of the last event in it; null if the point is before
 * the first event
 * @param state the session as its owner would have read it at that point; null likewise
 * @param packageEvents the history of the session's package, up to the same point
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "as_of_sequence": 0, "state": null, "events": [{"sequence": 0, "time": "2026-11-22T12:00:00.123456Z", "name": "io.coachflow.session.started", "revision": "1", "user_id": "demo", "data": {"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c"}, "hash": "c23f39e131c044b695310e6172a6abadd0c560084d6af042530237e324b8b6a0"}], "package_events": []}""")
public record HistoryResponse(@JsonProperty("session_id") String sessionId,
		@JsonProperty("as_of_sequence") @Nullable Long asOfSequence, @Nullable SessionResponse state,
		List<HistoryEvent> events, @JsonProperty("package_events") List<HistoryEvent> packageEvents) {
}
