package io.coachflow.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import io.coachflow.eventlog.texts.TestTexts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.serialization.SerializedObject;

import static org.assertj.core.api.Assertions.assertThat;

@Label("Guidance that is written and read")
class GuidanceFormTests {

	private final EventSerializer serializer = new EventSerializer(TestTexts.recorded());

	@Property(tries = 300)
	void isEqualTheFirstTimeAndEveryOther(@ForAll("guidances") Guidance guidance) {
		SessionResumed event = new SessionResumed("5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", guidance,
				Instant.parse("2026-11-22T14:00:00.123Z"));

		SerializedObject<byte[]> inFull = this.serializer.serialize(event, byte[].class);
		SerializedObject<byte[]> later = this.serializer.serialize(event, byte[].class);

		assertThat(this.<SessionResumed>read(inFull)).isEqualTo(event);
		assertThat(this.<SessionResumed>read(later)).isEqualTo(event);
		assertThat(new String(later.getData(), StandardCharsets.UTF_8).contains("\"digest\":\""))
			.isEqualTo(guidance.source().equals(Guidance.SCRIPTED));
	}

	@Provide
	Arbitrary<Guidance> guidances() {
		Arbitrary<String> text = Arbitraries.strings().all().excludeChars(surrogates()).ofMaxLength(30);
		Arbitrary<List<String>> texts = text.list().ofMaxSize(3);
		return Combinators
			.combine(Arbitraries.of(Step.class).injectNull(0.2), Arbitraries.of(Guidance.SCRIPTED, Guidance.MODEL),
					text, texts, texts)
			.as((step, source, message, examples, questions) -> new Guidance(step, "fr", source, "0123456789ab",
					"restaurant", message, examples, questions, source.equals(Guidance.MODEL) ? "tiny-1" : null, null));
	}

	private static char[] surrogates() {
		char[] surrogates = new char[Character.MAX_LOW_SURROGATE - Character.MIN_HIGH_SURROGATE + 1];
		for (int i = 0; i < surrogates.length; i++) {
			surrogates[i] = (char) (Character.MIN_HIGH_SURROGATE + i);
		}
		return surrogates;
	}

	private <T> T read(SerializedObject<byte[]> stored) {
		return this.serializer.deserialize(stored);
	}

}
