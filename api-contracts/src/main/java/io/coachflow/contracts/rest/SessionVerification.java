package io.coachflow.contracts.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying the hash chain of one session.
 *
 * @param events how many of its events are in the log
 * @param lastSequence null, like the hash, if there are no events left
 * @param lastHash SHA-256 in hexadecimal; a copy kept elsewhere can prove later that no
 * event up to it was changed
 * @param firstBadSequence null, like the problem, if the history is unchanged
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "valid": false, "events": 6, "last_sequence": 6, "last_hash": "c23f39e131c044b695310e6172a6abadd0c560084d6af042530237e324b8b6a0", "first_bad_sequence": 3, "problem": "Sequence 3 is missing.", "verified_at": "2026-11-22T12:00:00Z"}""")
public record SessionVerification(@JsonProperty("session_id") String sessionId, boolean valid, long events,
		@JsonProperty("last_sequence") @Nullable Long lastSequence,
		@JsonProperty("last_hash") @Nullable String lastHash,
		@JsonProperty("first_bad_sequence") @Nullable Long firstBadSequence, @Nullable String problem,
		@JsonProperty("verified_at") Instant verifiedAt) {
}
