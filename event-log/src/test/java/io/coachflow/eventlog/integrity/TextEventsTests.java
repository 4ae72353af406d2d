package io.coachflow.eventlog.integrity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextEventsTests {

	@Test
	void theDigestIsThatOfTheGuidanceAndNoOther() {
		assertThat(TextEvents.namedBy(Texts.naming(null, "s", 0, EventHash.NONE))).contains(Texts.DIGEST);
		assertThat(TextEvents.namedBy(Texts.held(null))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "{\"guidance\":null}", "{\"guidance\":\"digest\"}",
			"{\"guidance\":{\"message\":\"Why?\"}}", "{\"guidance\":{\"digest\":1}}",
			"{\"guidance\":{\"inner\":{\"digest\":\"x\"}}}", "{\"inner\":{\"guidance\":{\"digest\":\"x\"}}}",
			"{\"guidance\":{\"digest\":" })
	void anythingElseNamesNone(String payload) {
		assertThat(TextEvents
			.namedBy(Texts.event(null, "s", 0, EventHash.NONE, "io.coachflow.session.step-answered", payload)))
			.isEmpty();
	}

	@Test
	void textsAreAsNamedOrNot() {
		assertThat(TextEvents.hold(Texts.held(null))).isTrue();
		assertThat(TextEvents.areAsNamed(Texts.held(null))).isTrue();
		assertThat(TextEvents.areAsNamed(Texts.held(null, "Comment ?"))).isFalse();
		assertThat(TextEvents.areAsNamed(
				Texts.event(null, Texts.DIGEST, 0, EventHash.NONE, "io.coachflow.guidance.recorded", "no JSON")))
			.isFalse();
		assertThat(TextEvents
			.areAsNamed(Texts.event(null, Texts.DIGEST, 0, EventHash.NONE, "io.coachflow.guidance.recorded", "{}")))
			.isFalse();
	}

}
