package io.coachflow.contracts.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An action of an operator.
 *
 * @param target the projection, or the projection and the session or package
 */
@Schema(example = """
		{"id": 7, "done_at": "2026-11-22T12:00:00Z", "done_by": "admin", "action": "rebuild", "target": "session-list", "outcome": "accepted"}""")
public record AdminAction(long id, @JsonProperty("done_at") Instant doneAt, @JsonProperty("done_by") String doneBy,
		@Schema(allowableValues = {
				"rebuild", "confirm", "rollback", "retry", "discard" }) String action,
		String target, String outcome){
}
