package io.coachflow.contracts.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the operators' actions, latest first.
 *
 * @param nextCursor the cursor of the next page; null on the last
 */
@Schema(example = """
		{"actions": [{"id": 7, "done_at": "2026-11-22T12:00:00Z", "done_by": "admin", "action": "rebuild", "target": "session-list", "outcome": "accepted"}], "next_cursor": null}""")
public record AdminActionPage(List<AdminAction> actions, @JsonProperty("next_cursor") @Nullable String nextCursor) {
}
