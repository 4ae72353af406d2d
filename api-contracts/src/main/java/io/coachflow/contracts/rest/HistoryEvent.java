package io.coachflow.contracts.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event as stored in the log.
 *
 * @param sequence the event's sequence in its history, from 0
 * @param name the stable name of its type
 * @param userId the user whose command caused it; null if the service acted by itself
 * @param data the payload as stored: for an answer also its score and the guidance shown,
 * with the version of the scripted texts or the model and its prompt version
 * @param hash SHA-256 in hexadecimal, over this event and the hash of the previous one
 */
@Schema(example = """
		{"sequence": 6, "time": "2026-11-22T12:00:00.123456Z", "name": "io.coachflow.session.completed", "revision": "1", "user_id": "demo", "data": {"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "confidence": 0.78}, "hash": "c23f39e131c044b695310e6172a6abadd0c560084d6af042530237e324b8b6a0"}""")
public record HistoryEvent(long sequence, Instant time, String name, @Nullable String revision,
		@JsonProperty("user_id") @Nullable String userId, @Schema(types = "object") Object data, String hash) {
}
