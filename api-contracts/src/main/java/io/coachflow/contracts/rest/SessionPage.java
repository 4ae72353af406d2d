package io.coachflow.contracts.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A page of a user's sessions, newest first.
 *
 * @param nextCursor where the next page begins; absent on the last
 */
public record SessionPage(List<SessionSummary> sessions, @JsonProperty("next_cursor") @Nullable String nextCursor) {
}
