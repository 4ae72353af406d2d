package io.coachflow.command.businesspackage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.coachflow.command.guidance.ScriptedCoach;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.session.Step;
import io.coachflow.contracts.text.LongTexts;
import org.junit.jupiter.api.Test;

class LongAnswersTests {

	private final ScriptedCoach coach = new ScriptedCoach();

	@Test
	void aScoreTakesNoLongerThanTheAnswerIsLong() {
		LongTexts.assertTakeTheirTime((text) -> this.coach.assess(Step.MISSION, text, List.of("Another " + text)));
	}

	@Test
	void aBriefTakesNoLongerThanTheAnswersAreLong() {
		LongTexts.assertTakeTheirTime((text) -> BriefWriterTests.WRITER.write(new CompletedSession("session", "demo",
				"en", Business.UNKNOWN,
				Arrays.stream(Step.values()).collect(Collectors.toMap(Function.identity(), (_) -> text)), Map.of())));
	}

}
