package io.coachflow.query.feed;

import java.util.List;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class FeedFilterTests {

	@Test
	void everyTypeHasASchemaAndCanBeFilteredFor() {
		assertThat(PublicEvents.TYPES).hasSizeGreaterThanOrEqualTo(11).allSatisfy((type) -> {
			assertThat(getClass().getResource("/schemas/events/" + type + ".json")).as(type).isNotNull();
			assertThatNoException().isThrownBy(() -> FeedFilter.of(List.of(type), null));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.coachflow", "io.coachflow.session", "io.coachflow.session.step-answered",
			"io.coachflow.package" })
	void whatTypesBeginWithCanBeFilteredFor(String type) {
		assertThatNoException().isThrownBy(() -> FeedFilter.of(List.of(type), null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.coachflow.session.", "io.coachflow.sess", "io.coachflow.session.step-answerd.v1",
			"io.coachflow.session.completed.v2", "com.example", "IO.COACHFLOW.SESSION", " io.coachflow.session", "*" })
	void whatNoTypeBeginsWithIsRefusedByTheTypesThatThereAre(String type) {
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> FeedFilter.of(List.of("io.coachflow.session", type), null))
			.withMessageContainingAll("io.coachflow.session.step-answered.v1", "io.coachflow.package.completed.v1")
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
	}

	@Test
	void aSessionThatCannotBeIsRefused() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> FeedFilter.of(null, "x"))
			.withMessageContaining("session_id");
	}

}
