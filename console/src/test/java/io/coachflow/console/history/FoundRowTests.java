package io.coachflow.console.history;

import io.coachflow.contracts.rest.FoundSessions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FoundRowTests {

	@Test
	void aSessionIsReadAsTheApiSendsIt() {
		FoundRow row = row("\"business_name\": \"Teranga Table\", \"sector\": \"restaurant\", \"city\": \"Dakar\"");
		assertThat(row.name()).isEqualTo("Teranga Table");
		assertThat(row.about()).isEqualTo("restaurant · Dakar");
		assertThat(row.events()).isEqualTo(2);
	}

	@Test
	void aSessionWithoutANameIsCalledByItsId() {
		assertThat(row("\"business_name\": null, \"country\": null").name()).isEqualTo(Histories.SESSION);
	}

	private static FoundRow row(String business) {
		return FoundRow.of(new JsonMapper().readValue(
				"""
						{"sessions": [{"session_id": "%s", "user_id": "demo", "status": "in_progress", "current_step": "mission",
						%s, "sequence": 1, "started_at": "2026-11-22T11:58:00Z", "updated_at": "2026-11-22T12:00:00Z"}],
						"next_cursor": null}"""
					.formatted(Histories.SESSION, business),
				FoundSessions.class))
			.getFirst();
	}

}
