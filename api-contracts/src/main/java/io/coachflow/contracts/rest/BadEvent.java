package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An event that is not as it was written, or that is no longer there.
 *
 * @param position its position in the log, or that of the event which shows the flaw;
 * null where neither is known
 * @param sessionId null, like the sequence, where it is unknown whose event is missing
 */
public record BadEvent(@Nullable Long position, @JsonProperty("session_id") @Nullable String sessionId,
		@Nullable Long sequence, String problem) {
}
