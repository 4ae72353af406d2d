package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/coaching/complete}; the id may come as a query
 * parameter instead.
 */
public record CompleteRequest(@JsonProperty("session_id") @Nullable String sessionId) {
}
