package io.coachflow.command.partner;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks for help in the tests.
 */
final class Founder {

	static final String SESSION = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	static final Map<Step, String> ANSWERS = Map.of(Step.VISION,
			"In 2031 we run 3 restaurants in Dakar and Thiès. We waste nothing.", Step.MISSION,
			"Every day we cook 300 lunches for office workers, because honest food gives strength.", Step.CLIENTELE,
			"Employees of 25 to 40 who spend 3,000 francs on lunch.", Step.DIFFERENTIATION,
			"Unlike the nine places nearby we buy from 12 local farmers.", Step.OFFRE, "A daily menu at 2,500 francs.");

	private Founder() {
	}

	/** Somebody of whom everything is known that comes before the step. */
	static HelpContext at(Step step, HelpKind kind, String language, String sector) {
		return asking(step, kind, language, new Business("Teranga Table", sector, "Dakar", "Senegal"), null, 0,
				List.of());
	}

	static HelpContext asking(Step step, HelpKind kind, String language, Business business, @Nullable String asked,
			int times, List<String> before) {
		Map<Step, String> answers = new EnumMap<>(Step.class);
		ANSWERS.forEach((earlier, answer) -> {
			if (earlier.compareTo(step) < 0) {
				answers.put(earlier, answer);
			}
		});
		return new HelpContext(SESSION, 3, kind, step, asked, business, answers, language, times, before);
	}

	/** The same, who says something to it. */
	static HelpContext saying(HelpContext context, @Nullable String asked) {
		return new HelpContext(context.sessionId(), context.sequence(), context.kind(), context.step(), asked,
				context.business(), context.answers(), context.language(), context.times(), context.before());
	}

}
