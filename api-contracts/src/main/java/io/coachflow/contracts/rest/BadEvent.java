package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An event that was changed or is missing.
 *
 * @param position its position in the log, or that of the event which reveals the
 * problem; null if neither is known
 * @param sessionId null, like the sequence, if it is unknown whose event is missing
 */
public record BadEvent(@Nullable Long position, @JsonProperty("session_id") @Nullable String sessionId,
		@Nullable Long sequence, String problem) {
}
