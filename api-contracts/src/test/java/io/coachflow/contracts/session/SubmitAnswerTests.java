package io.coachflow.contracts.session;

import java.util.List;

import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SubmitAnswerTests {

	@Test
	void nodesOfEarlierVersionsKnowTheReviewAsAdvice() {
		Review review = new Review(Step.VISION, 3, "tiny-1", "step.v1-00", 0.5, "In short", null, "Next?",
				List.of("Who?"));
		SubmitAnswer command = new SubmitAnswer("5a2f", new Requester("demo", "fr", null), "Une réponse", Step.VISION)
			.with(review);
		JsonMapper mapper = new JsonMapper();

		String json = mapper.writeValueAsString(command);

		assertThat(mapper.readTree(json).at("/advice/model").asString()).isEqualTo("tiny-1");
		assertThat(mapper.readTree(json).has("review")).isFalse();
		assertThat(mapper.readValue(json, SubmitAnswer.class)).isEqualTo(command);
	}

}
