package io.coachflow.saga.agent.offline;

import java.util.List;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.text.LongTexts;
import io.coachflow.saga.agent.Assignment;
import org.junit.jupiter.api.Test;

class LongBriefsTests {

	private final OfflineTeam team = OfflineTeam.load();

	/** All five read the brief alike; this one goes on reading most of it. */
	@Test
	void anAgentTakesNoLongerThanTheAnswersAreLong() {
		LongTexts.assertTakeTheirTime((text) -> this.team.make(new Assignment(Agent.CONTENT, "session", new Brief("fr",
				"Teranga", text, text, text, text, text, "restaurant", "Dakar, Senegal", 1, 0.8, List.of()), 1)));
	}

}
