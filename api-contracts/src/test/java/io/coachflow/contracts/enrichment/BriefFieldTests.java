package io.coachflow.contracts.enrichment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class BriefFieldTests {

	private static final Brief GIVEN = brief(List.of());

	private static final Brief INFERRED = brief(List.of("business_name", "sector"));

	@Test
	void everyFieldOfABriefIsNamedOrBelongsToOneThatIs() {
		Set<String> names = new HashSet<>(new JsonMapper().valueToTree(GIVEN).propertyNames());
		names.remove("inferred");

		assertThat(Arrays.stream(BriefField.values()).map(BriefField::id)).containsExactlyInAnyOrderElementsOf(names);
	}

	@Test
	void everyAnswerAndFactIsAnInput() {
		assertThat(SessionInput.ANSWERS).extracting(SessionInput::id)
			.containsExactly(Arrays.stream(Step.values()).map(Step::id).toArray(String[]::new));
		assertThat(SessionInput.FACTS).extracting(SessionInput::id)
			.containsExactlyElementsOf(new JsonMapper().valueToTree(Business.UNKNOWN).propertyNames());
	}

	@Test
	void aFieldHoldsWhatItIsAbout() {
		assertThat(BriefField.BUSINESS_NAME.sources()).containsExactly(SessionInput.BUSINESS_NAME);
		assertThat(BriefField.SECTOR.sources()).containsExactly(SessionInput.SECTOR);
		assertThat(BriefField.VALUE_PROPOSITION.sources()).containsExactly(SessionInput.OFFRE);
		assertThat(BriefField.LOCATION.sources()).containsExactlyInAnyOrder(SessionInput.CITY, SessionInput.COUNTRY);
	}

	@Test
	void allFieldsAreTheWholeBrief() {
		assertThat(INFERRED.only(EnumSet.allOf(BriefField.class))).isEqualTo(INFERRED);
	}

	@ParameterizedTest
	@EnumSource
	void oneFieldIsLeftOfABrief(BriefField field) {
		Brief one = INFERRED.only(Set.of(field));

		assertThat(one.only(EnumSet.complementOf(EnumSet.of(field)))).isEqualTo(INFERRED.only(Set.of()));
		assertThat(one).isNotEqualTo(INFERRED.only(Set.of()));
		assertThat(one.inferred())
			.isEqualTo(INFERRED.inferred().contains(field.id()) ? List.of(field.id()) : List.of());
	}

	private static Brief brief(List<String> inferred) {
		return new Brief("fr", "Chez Awa", "v", "m", "a", "d", "o", "restaurant", "Dakar", 0.75, 0.8, inferred);
	}

}
