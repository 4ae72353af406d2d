package io.coachflow.saga.agent.offline;

import java.util.List;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.text.LongTexts;
import io.coachflow.saga.agent.Assignment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongBriefsTests {

	private final OfflineTeam team = OfflineTeam.load();

	/** All five read the brief alike; these two go on reading most of it. */
	@ParameterizedTest
	@CsvSource({ "RESEARCH, en", "CONTENT, fr" })
	void anAgentTakesNoLongerThanTheAnswersAreLong(Agent agent, String language) {
		LongTexts.assertTakeTheirTime((text) -> this.team.make(new Assignment(agent, "session", new Brief(language,
				"Teranga", text, text, text, text, text, "restaurant", "Dakar, Senegal", 1, 0.8, List.of()), 1)));
	}

}
