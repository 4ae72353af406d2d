package io.coachflow.contracts.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of an auditor's search results, the last started first.
 *
 * @param nextCursor the cursor of the next page; null on the last
 */
@Schema(example = """
		{"sessions": [{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "user_id": "demo", "status": "in_progress", "current_step": "mission", "business_name": "Teranga Table", "sector": "restaurant", "city": "Dakar", "country": "Senegal", "sequence": 1, "started_at": "2026-11-22T11:58:00Z", "updated_at": "2026-11-22T12:00:00Z"}], "next_cursor": null}""")
public record FoundSessions(List<FoundSession> sessions, @JsonProperty("next_cursor") @Nullable String nextCursor) {
}
