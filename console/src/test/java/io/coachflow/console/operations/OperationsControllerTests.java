package io.coachflow.console.operations;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class OperationsControllerTests {

	private final OperationsApi api = mock();

	private final OperationsController controller = new OperationsController(this.api);

	private final ExtendedModelMap model = new ExtendedModelMap();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void aQuestionChangesNothing() {
		Asked asked = Asked.aboutProjection(Question.REBUILD, "funnel", List.of());
		given(this.api.ask(Question.REBUILD, "funnel", null)).willReturn(asked);
		assertThat(this.controller.question(Question.REBUILD, "funnel", null, "true", this.model))
			.isEqualTo("console/operations/question :: question");
		assertThat(this.controller.question(Question.REBUILD, "funnel", null, null, this.model))
			.isEqualTo("console/operations/question");
		assertThat(this.model).containsEntry("asked", asked);
		then(this.api).should(never()).act(any(), any());
	}

	@Test
	void aQuestionThatIsTakenAwayLeavesNothing() {
		assertThat(this.controller.question(null, "", null, "true", this.model))
			.isEqualTo("console/operations/question :: none");
		assertThat(this.controller.question(null, "", null, null, this.model)).isEqualTo("redirect:/operations");
	}

	@Test
	void anActionTellsThePartsThatSomethingChanged() {
		Outcome outcome = new Outcome(Question.CONFIRM, "funnel", 0, 0);
		given(this.api.act(Question.CONFIRM, "funnel")).willReturn(outcome);
		assertThat(this.controller.act(Question.CONFIRM, "funnel", "true", this.response, this.model))
			.isEqualTo("console/operations/question :: done");
		assertThat(this.response.getHeader("HX-Trigger")).isEqualTo("operations-changed");
		assertThat(this.model).containsEntry("outcome", outcome);
	}

	@Test
	void withoutScriptsAnActionLeadsBackToThePage() {
		assertThat(this.controller.act(Question.RETRY, "letter-1", null, this.response, this.model))
			.isEqualTo("redirect:/operations");
		then(this.api).should().act(Question.RETRY, "letter-1");
	}

}
