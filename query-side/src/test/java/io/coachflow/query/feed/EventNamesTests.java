package io.coachflow.query.feed;

import io.coachflow.contracts.error.ApiException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventNamesTests {

	private static final String STARTED = "io.coachflow.session.started.v1";

	@Test
	void eventsAreCalledByTheirTypesUnlessToldOtherwise() {
		assertThat(EventNames.named(null).of(STARTED)).isEqualTo(STARTED);
		assertThat(EventNames.named("type").of(STARTED)).isEqualTo(STARTED);
		assertThat(EventNames.named("message").of(STARTED)).isEqualTo("message");
	}

	@Test
	void otherNamesAreRefused() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> EventNames.named("Type"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> EventNames.named(""));
	}

}
