package io.coachflow.console.coach;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.rest.FromBriefRequest;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * The form for a ready brief: all five answers at once.
 */
record BriefForm(@Nullable String vision, @Nullable String mission, @Nullable String clientele,
		@Nullable String differentiation, @Nullable String offre) {

	/** The form before anything is written. */
	static final BriefForm EMPTY = new BriefForm(null, null, null, null, null);

	/** The steps' names, in their order. */
	static List<String> steps() {
		return Arrays.stream(Step.values()).map(Step::id).toList();
	}

	/** The answers by step, in the order of the steps. */
	Map<String, String> answers() {
		Map<String, String> answers = new LinkedHashMap<>();
		answers.put(Step.VISION.id(), FormText.of(this.vision));
		answers.put(Step.MISSION.id(), FormText.of(this.mission));
		answers.put(Step.CLIENTELE.id(), FormText.of(this.clientele));
		answers.put(Step.DIFFERENTIATION.id(), FormText.of(this.differentiation));
		answers.put(Step.OFFRE.id(), FormText.of(this.offre));
		return answers;
	}

	/** What is wrong with which answer: the keys of texts by step. */
	Map<String, String> problems() {
		Map<String, String> problems = new LinkedHashMap<>();
		answers().forEach((step, answer) -> {
			String problem = FormText.problem(answer);
			if (problem != null) {
				problems.put(step, problem);
			}
		});
		return problems;
	}

	FromBriefRequest request(Business business) {
		return new FromBriefRequest(new LinkedHashMap<>(answers()), business.name(), business.sector(), business.city(),
				business.country());
	}

}
