package io.coachflow.saga.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.text.Sectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StructuredDataTests {

	private final StructuredData data = new StructuredData(Sectors.load());

	@Test
	void aBusinessIsToldAsFarAsItIsKnown() {
		assertThat(this.data.of(brief("Chez Awa", "Dakar, Sénégal"), "We cook", "Eat well", List.of("rice", "fish")))
			.isEqualTo(Map.of("@context", "https://schema.org", "@type", "Restaurant", "name", "Chez Awa",
					"description", "We cook", "slogan", "Eat well", "address",
					Map.of("@type", "PostalAddress", "addressLocality", "Dakar", "addressCountry", "SN"), "areaServed",
					"Dakar", "knowsAbout", List.of("rice", "fish"), "knowsLanguage", "fr"));
	}

	@Test
	void whatIsNotKnownIsLeftOut() {
		assertThat(this.data.of(brief("Chez Awa", null), "We cook", " ", List.of(" ")))
			.containsOnlyKeys("@context", "@type", "name", "description", "knowsLanguage")
			.containsEntry("@type", "Organization");
	}

	@Test
	void anUnknownCountryIsToldInTheirWords() {
		assertThat(this.data.of(brief("x", "Nulle part, Atlantide"), "d", null, List.of()).get("address")).isEqualTo(
				Map.of("@type", "PostalAddress", "addressLocality", "Nulle part", "addressCountry", "Atlantide"));
	}

	@Test
	void tenDifferentTopicsAreEnough() {
		List<String> topics = IntStream.range(0, 30).mapToObj((number) -> "topic " + number / 2).toList();

		assertThat((List<?>) this.data.of(brief("x", null), "d", null, topics).get("knowsAbout")).hasSize(10)
			.doesNotHaveDuplicates();
	}

	@Property(tries = 200)
	void whatIsMadeOfAnyBriefMayBePublished(@ForAll String name, @ForAll String location) {
		assertThat(StructuredData.problems(this.data.of(brief(name, location), "We cook", null, List.of("rice"))))
			.isEmpty();
	}

	@Test
	void whatMayNotBePublishedIsFound() {
		assertProblem("@context", "http://evil.example", "@context must be");
		assertProblem("@type", "Person", "@type must be");
		assertProblem("name", null, "name is missing");
		assertProblem("description", 3, "description is missing");
		assertProblem("url", "https://evil.example", "a property that is not known");
		assertProblem("address", "Dakar", "address must be");
		assertProblem("address", Map.of("@type", "PostalAddress", "street", "x"), "address must be");
		assertProblem("knowsAbout", List.of(), "a field is empty");
		assertProblem("knowsAbout", List.of(List.of(List.of(List.of("x")))), "nested too deeply");
		assertProblem("slogan", "<script>", "HTML");
		assertProblem("slogan", "x".repeat(601), "at most 600");
		assertProblem("knowsAbout", Collections.nCopies(10, "x".repeat(500)), "more than 4000 characters");
	}

	private void assertProblem(String key, @Nullable Object value, String problem) {
		Map<String, Object> changed = new LinkedHashMap<>(
				this.data.of(brief("Chez Awa", "Dakar"), "We cook", null, List.of("rice")));
		if (value != null) {
			changed.put(key, value);
		}
		else {
			changed.remove(key);
		}
		assertThat(StructuredData.problems(changed)).as(key + " " + value).anyMatch((found) -> found.contains(problem));
	}

	private static Brief brief(String name, @Nullable String location) {
		return new Brief("fr", name, "v", "Nous cuisinons", "a", "d", "Des plats", "restaurant", location, 1, 0.7,
				List.of());
	}

}
