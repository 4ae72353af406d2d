package io.coachflow.query.audit;

import java.util.List;

import io.coachflow.eventlog.integrity.EventHash;
import io.coachflow.eventlog.integrity.IntegrityViolation;
import io.coachflow.eventlog.integrity.IntegrityViolation.Kind;
import io.coachflow.eventlog.integrity.StoredEvent;
import io.coachflow.eventlog.integrity.Texts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamedTextsTests {

	@Test
	void textsThatAreAsTheyWereAreNoFlaw() {
		assertThat(named(Texts.held(null)).firstFlaw()).isEmpty();
	}

	@Test
	void missingTextsAreAFlawOfTheFirstEventThatNamesThem() {
		assertThat(named().firstFlaw().map(IntegrityViolation::kind)).contains(Kind.MISSING);
		assertThat(named().firstFlaw().map(IntegrityViolation::sequence)).contains(2L);
		assertThat(named().firstFlaw().map(IntegrityViolation::problem)).get().asString().contains(Texts.DIGEST);
	}

	@Test
	void changedTextsAreAFlaw() {
		assertThat(named(Texts.held(null, "Comment ?")).firstFlaw().map(IntegrityViolation::kind))
			.contains(Kind.CHANGED);
	}

	private static NamedTexts named(StoredEvent... held) {
		NamedTexts texts = new NamedTexts((_, reader) -> List.of(held).forEach(reader));
		texts.follow(Texts.naming(null, "s", 2, EventHash.NONE));
		texts.follow(Texts.naming(null, "s", 3, EventHash.NONE));
		return texts;
	}

}
