package io.coachflow.contracts.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of one session or package in one projection: the event that failed,
 * and the later ones that wait behind it. Holds nothing that users wrote.
 *
 * @param id the id of the first letter, which changes as letters are handled
 * @param aggregateId the id of the session or package
 * @param sequence the failed event's sequence in its history
 * @param letters how many events wait, the failed one included
 * @param cause the class of the failure
 */
@Schema(example = """
		{"id": "9d2c4f7e-41f0-4a3f-8a55-0c9c3f1b2d10", "projection": "session-list", "aggregate_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "sequence": 3, "event": "io.coachflow.session.step-answered", "revision": "1", "letters": 2, "occurred_at": "2026-11-22T12:00:00Z", "parked_at": "2026-11-22T12:00:01Z", "retried_at": null, "cause": "java.lang.IllegalArgumentException"}""")
public record DeadLetterView(String id, String projection, @JsonProperty("aggregate_id") @Nullable String aggregateId,
		@Nullable Long sequence, String event, @Nullable String revision, long letters,
		@JsonProperty("occurred_at") Instant occurredAt, @JsonProperty("parked_at") Instant parkedAt,
		@JsonProperty("retried_at") @Nullable Instant retriedAt, @Nullable String cause) {
}
