package io.coachflow.console.history;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryTests {

	@Test
	void theEventsOfSessionAndPackageAreMergedByTime() {
		assertThat(Histories.answered().events()).extracting(LogEvent::hash)
			.containsExactly("aa00", "aa01", "aa02", "aa03", "bb00", "aa04", "bb01");
	}

	@Test
	void aClockThatWentBackDoesNotChangeTheOrderOfASession() {
		History history = History.of(new JsonMapper().readTree("""
				{"events": [{"sequence": 0, "time": "2026-11-22T12:00:05Z", "name": "a"},
				{"sequence": 1, "time": "2026-11-22T12:00:01Z", "name": "b"}],
				"package_events": [{"sequence": 0, "time": "2026-11-22T12:00:03Z", "name": "c"}]}"""));
		assertThat(history.events()).extracting(LogEvent::name).containsExactly("c", "a", "b");
	}

	@Test
	void anEventIsFoundInItsOwnHistory() {
		History history = Histories.answered();
		assertThat(history.last()).isEqualTo(4);
		assertThat(history.event(1, true)).map(LogEvent::hash).contains("bb01");
		assertThat(history.event(1, false)).map(LogEvent::hash).contains("aa01");
		assertThat(history.event(9, false)).isEmpty();
	}

}
