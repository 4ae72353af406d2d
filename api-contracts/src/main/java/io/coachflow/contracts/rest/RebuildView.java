package io.coachflow.contracts.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild beside the live read model.
 *
 * @param position the log position of the last event in the new read model
 * @param progressPercent 0 to 100
 * @param secondsLeft estimated from the pace so far; null while unknown
 * @param begunAt when it began; null until the slot is emptied
 * @param switchedAt when readers switched to it; null before
 * @param error the class of the failure after which it is waiting on this node; null if
 * there is none
 * @param deadLetters how many dead letters it has: check them before confirming
 */
@Schema(example = """
		{"position": 512, "progress_percent": 49.1, "seconds_left": 3, "requested_by": "admin", "requested_at": "2026-11-22T12:00:00Z", "begun_at": "2026-11-22T12:00:01Z", "switched_at": null, "error": null, "dead_letters": 0}""")
public record RebuildView(long position, @JsonProperty("progress_percent") double progressPercent,
		@JsonProperty("seconds_left") @Nullable Long secondsLeft,
		@JsonProperty("requested_by") @Nullable String requestedBy,
		@JsonProperty("requested_at") @Nullable Instant requestedAt,
		@JsonProperty("begun_at") @Nullable Instant begunAt, @JsonProperty("switched_at") @Nullable Instant switchedAt,
		@Nullable String error, @JsonProperty("dead_letters") long deadLetters) {
}
