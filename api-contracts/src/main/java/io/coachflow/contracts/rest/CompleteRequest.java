package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/coaching/complete}; the id may be sent as a query
 * parameter instead.
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c"}""")
public record CompleteRequest(@JsonProperty("session_id") @Nullable String sessionId) {
}
