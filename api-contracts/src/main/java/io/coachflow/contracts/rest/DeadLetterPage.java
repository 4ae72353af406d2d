package io.coachflow.contracts.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of dead letters, one entry for each session or package of each projection.
 *
 * @param nextCursor the cursor of the next page; null on the last
 */
@Schema(example = """
		{"dead_letters": [{"id": "9d2c4f7e-41f0-4a3f-8a55-0c9c3f1b2d10", "projection": "session-list", "aggregate_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "sequence": 3, "event": "io.coachflow.session.step-answered", "revision": "1", "letters": 2, "occurred_at": "2026-11-22T12:00:00Z", "parked_at": "2026-11-22T12:00:01Z", "retried_at": null, "cause": "java.lang.IllegalArgumentException"}], "next_cursor": null}""")
public record DeadLetterPage(@JsonProperty("dead_letters") List<DeadLetterView> deadLetters,
		@JsonProperty("next_cursor") @Nullable String nextCursor) {
}
