package io.coachflow.contracts.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A failure of a projection.
 *
 * @param error the class of the failure, or its message if that quotes no user
 * @param position the log position of the first event in the failed batch
 */
@Schema(example = """
		{"error": "Kafka did not take the events (TimeoutException): Topic coachflow-events not present in metadata after 4000 ms.", "position": 1043, "failed_at": "2026-11-22T12:00:00Z"}""")
public record ProjectionFailure(String error, long position, @JsonProperty("failed_at") Instant failedAt) {
}
