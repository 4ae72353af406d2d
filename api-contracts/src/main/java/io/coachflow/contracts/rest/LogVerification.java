package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying the whole log: the hash chains of all sessions and the
 * positions.
 *
 * @param throughPosition the last position that was assigned when the verification began
 * @param bad how many problems there are; one change can cause two
 * @param firstBad the problem with the lowest position; null if there is none
 * @param problems the first problems by position, at most 20
 */
@Schema(example = """
		{"valid": false, "events": 41, "sessions": 7, "through_position": 42, "bad": 1, "first_bad": {"position": 17, "session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "sequence": 3, "problem": "Sequence 3 is missing."}, "problems": [{"position": 17, "session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "sequence": 3, "problem": "Sequence 3 is missing."}], "verified_at": "2026-11-22T12:00:00Z"}""")
public record LogVerification(boolean valid, long events, long sessions,
		@JsonProperty("through_position") long throughPosition, long bad,
		@JsonProperty("first_bad") @Nullable BadEvent firstBad, List<BadEvent> problems,
		@JsonProperty("verified_at") Instant verifiedAt) {
}
