package io.coachflow.command.businesspackage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BriefField;
import io.coachflow.contracts.enrichment.SessionInput;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.session.Step;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each field of a brief is made of what its {@link BriefField#sources() sources} say, and
 * of nothing else.
 */
class BriefSourcesTests {

	private static final List<String> ANSWERS = List.of("Our shop, called Sama Keur, opens in Dakar.",
			"Une boulangerie appelée « Le Fournil » qui livre à vélo.", "We cook street food; our restaurant is small.",
			"Two shops sell school bags, our store is the third.", "A mobile app and software.", "Something.");

	private static final List<String> FACTS = List.of("Dakar", "bakery", "Teranga Table");

	@Provide
	static Arbitrary<Map<SessionInput, String>> sessions() {
		return Combinators
			.combine(Arbitraries.of(ANSWERS).list().ofSize(5), Arbitraries.of(FACTS).injectNull(0.5).list().ofSize(4))
			.as((answers, facts) -> {
				Map<SessionInput, String> session = new EnumMap<>(SessionInput.class);
				SessionInput.ANSWERS.forEach((it) -> session.put(it, answers.get(it.ordinal())));
				SessionInput.FACTS.forEach((it) -> session.put(it, facts.get(it.ordinal() - 5)));
				return session;
			});
	}

	@Property
	void nothingElseChangesAField(@ForAll("sessions") Map<SessionInput, String> session, @ForAll SessionInput changed,
			@ForAll("others") @Nullable String other) {
		Brief before = write(session);
		boolean given = SessionInput.ANSWERS.contains(changed) && other == null;
		Brief after = write(with(session, changed, given ? "Something else." : other));

		Set<BriefField> changes = changes(before, after);
		// What is inferred may come from any answer
		changes.removeIf((field) -> before.inferred().contains(field.id()) || after.inferred().contains(field.id()));
		assertThat(changes).isSubsetOf(withSource(changed));
	}

	@Provide
	static Arbitrary<String> others() {
		return Arbitraries.of("Lyon", "Our restaurant, called Chez Awa, is in Lyon.", "software", "").injectNull(0.2);
	}

	@ParameterizedTest
	@EnumSource
	void whereEverythingIsGivenEachSourceChangesItsFields(SessionInput changed) {
		Map<SessionInput, String> session = new EnumMap<>(SessionInput.class);
		Arrays.stream(SessionInput.values()).forEach((it) -> session.put(it, "This is the " + it.id()));
		Brief before = write(session);

		Set<BriefField> changes = changes(before, write(with(session, changed, "Another")));

		// The share of what is given stays
		Set<BriefField> expected = EnumSet.copyOf(withSource(changed));
		expected.remove(BriefField.COMPLETENESS);
		assertThat(changes).isEqualTo(expected);
	}

	private static Set<BriefField> withSource(SessionInput input) {
		return Arrays.stream(BriefField.values())
			.filter((field) -> field.sources().contains(input))
			.collect(Collectors.toSet());
	}

	private static Set<BriefField> changes(Brief before, Brief after) {
		return Arrays.stream(BriefField.values())
			.filter((field) -> !before.only(Set.of(field)).equals(after.only(Set.of(field))))
			.collect(Collectors.toSet());
	}

	private static Map<SessionInput, String> with(Map<SessionInput, String> session, SessionInput changed,
			@Nullable String text) {
		Map<SessionInput, String> other = new EnumMap<>(session);
		other.put(changed, text);
		return other;
	}

	/** Each answer has a score of its own. */
	private static Brief write(Map<SessionInput, String> session) {
		Map<Step, String> answers = new EnumMap<>(Step.class);
		Map<Step, Double> scores = new EnumMap<>(Step.class);
		for (Step step : Step.values()) {
			String answer = session.get(SessionInput.valueOf(step.name()));
			answers.put(step, answer);
			scores.put(step, Math.min(1, answer.length() / 100.0));
		}
		Business business = new Business(session.get(SessionInput.BUSINESS_NAME), session.get(SessionInput.SECTOR),
				session.get(SessionInput.CITY), session.get(SessionInput.COUNTRY));
		return BriefWriterTests.WRITER.write(
				new CompletedSession("5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "ada", "en", business, answers, scores));
	}

}
