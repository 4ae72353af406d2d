package io.coachflow.contracts.enrichment;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StalenessTests {

	private static final List<String> ALL = Stream.of(SessionInput.values()).map(SessionInput::id).toList();

	/** Against an oracle that keeps the inputs of each brief and compares them. */
	@Test
	void aResultIsStaleWhereAnInputIsAnotherThanTheOneItWasMadeOf() {
		Random random = new Random(14);
		int stale = 0;
		for (int story = 0; story < 2_000; story++) {
			List<String> read = ALL.stream().filter((_) -> random.nextBoolean()).toList();
			Map<SessionInput, String> now = inputs(random);
			Map<SessionInput, String> requested = new EnumMap<>(now);
			Map<SessionInput, String> used = new EnumMap<>(now);
			Staleness staleness = Staleness.NONE;
			for (int move = 0; move < 12; move++) {
				switch (random.nextInt(4)) {
					case 0 -> {
						staleness = staleness.requested();
						requested = new EnumMap<>(now);
					}
					case 1 -> {
						staleness = staleness.succeeded();
						used = new EnumMap<>(requested);
					}
					default -> {
						Map<String, String> before = BriefInputs.of(brief(now));
						now.put(SessionInput.values()[random.nextInt(9)], value(random));
						staleness = staleness.revised(before, BriefInputs.of(brief(now)));
					}
				}
				Map<SessionInput, String> then = used;
				Map<SessionInput, String> present = now;
				List<String> expected = Stream.of(SessionInput.values())
					.filter((input) -> !then.get(input).equals(present.get(input)) && read.contains(input.id()))
					.map(SessionInput::id)
					.sorted()
					.toList();
				assertThat(staleness.because(receipt(read), BriefInputs.of(brief(now)))).isEqualTo(expected);
				stale += expected.isEmpty() ? 0 : 1;
			}
		}
		assertThat(stale).as("stories that prove something").isGreaterThan(1_000);
	}

	@Test
	void aResultWhoseInputsWereNotRecordedMayDependOnAnything() {
		Map<String, String> before = BriefInputs.of(brief(inputs(new Random(1))));
		Map<SessionInput, String> changed = inputs(new Random(1));
		changed.put(SessionInput.OFFRE, "another");
		Map<String, String> now = BriefInputs.of(brief(changed));

		assertThat(Staleness.NONE.revised(before, now).because(receipt(null), now)).containsExactly("offre");
		assertThat(Staleness.NONE.because(receipt(null), now)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Dakar, Senegal|Thiès, Senegal|CITY", "Dakar, Senegal|Dakar, Mali|COUNTRY",
					"Dakar, Senegal|Bamako, Mali|CITY COUNTRY", "Dakar|Thiès|CITY COUNTRY", "Dakar|'  '|CITY COUNTRY",
					"'  '|Dakar, Senegal|CITY COUNTRY", "Dakar, Senegal|Dakar, Senegal|''" })
	void aMoveIsToldFromTheJoinedTextsWhereTheyTell(String before, String now, String changed) {
		assertThat(BriefInputs.changed(Map.of("location", before.strip()), Map.of("location", now.strip())))
			.extracting(SessionInput::name)
			.containsExactlyInAnyOrder(changed.isEmpty() ? new String[0] : changed.split(" "));
	}

	@Test
	void anInferredNameIsAnotherThanTheSameOneThatWasTold() {
		Brief guessed = guessed("Restaurant, Dakar", List.of("business_name", "sector"));
		Brief guessedOtherwise = guessed("Bar, Dakar", List.of("business_name", "sector"));
		Brief told = guessed("Restaurant, Dakar", List.of("sector"));

		assertThat(BriefInputs.changed(BriefInputs.of(guessed), BriefInputs.of(guessed))).isEmpty();
		for (Brief other : List.of(guessedOtherwise, told)) {
			assertThat(BriefInputs.changed(BriefInputs.of(guessed), BriefInputs.of(other)))
				.containsExactly(SessionInput.BUSINESS_NAME);
		}
	}

	private static Brief guessed(String name, List<String> inferred) {
		return new Brief("fr", name, "v", "m", "c", "d", "o", "restaurant", "Dakar", 0.75, 0.7, inferred);
	}

	private static Receipt receipt(@Nullable List<String> read) {
		return new Receipt(Receipt.RULES, "1", "00", 0, 0, BigDecimal.ZERO, 12, read);
	}

	private static Map<SessionInput, String> inputs(Random random) {
		Map<SessionInput, String> inputs = new EnumMap<>(SessionInput.class);
		for (SessionInput input : SessionInput.values()) {
			inputs.put(input, value(random));
		}
		return inputs;
	}

	/** Few, so that inputs are changed back, too. */
	private static String value(Random random) {
		return List.of("one", "two", "three").get(random.nextInt(3));
	}

	private static Brief brief(Map<SessionInput, String> inputs) {
		return new Brief("en", inputs.get(SessionInput.BUSINESS_NAME), inputs.get(SessionInput.VISION),
				inputs.get(SessionInput.MISSION), inputs.get(SessionInput.CLIENTELE),
				inputs.get(SessionInput.DIFFERENTIATION), inputs.get(SessionInput.OFFRE),
				inputs.get(SessionInput.SECTOR),
				inputs.get(SessionInput.CITY) + ", " + inputs.get(SessionInput.COUNTRY), 1, 0.7, List.of());
	}

}
