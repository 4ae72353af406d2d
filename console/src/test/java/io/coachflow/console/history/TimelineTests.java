package io.coachflow.console.history;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTests {

	@Test
	void theLastPartHasNoNext() {
		Timeline timeline = Timeline.of(Histories.answers(60, "We cook."), 50, Timeline.ALONE);
		assertThat(timeline.entries()).hasSize(10);
		assertThat(timeline.next()).isNull();
		assertThat(timeline.total()).isEqualTo(60);
	}

	@Test
	void aPartHasFiftyEventsAtMost() {
		Timeline timeline = Timeline.of(Histories.answers(300, "We cook."), 0, 1_000_000);
		assertThat(timeline.entries()).hasSize(Timeline.MOST);
		assertThat(timeline.next()).isEqualTo(Timeline.MOST);
	}

	@Test
	void theManyWordsOfSomeEventsMakeAPartShorter() {
		Timeline timeline = Timeline.of(Histories.answers(50, "<".repeat(10_000)), 0, Timeline.BESIDE_OTHERS);
		assertThat(timeline.entries()).isNotEmpty().hasSizeLessThan(10).allMatch(Entry::isCut);
	}

	@Test
	void everyEventIsInExactlyOnePart() {
		List<LogEvent> events = Histories.answers(123, "crêpe ".repeat(80));
		int seen = 0;
		for (Integer from = 0; from != null;) {
			Timeline part = Timeline.of(events, from, Timeline.BESIDE_OTHERS);
			assertThat(part.entries().getFirst().sequence()).isEqualTo(seen);
			seen += part.entries().size();
			from = part.next();
		}
		assertThat(seen).isEqualTo(123);
	}

	@Test
	void anEventBeyondTheHistoryIsAnEmptyPart() {
		assertThat(Timeline.of(Histories.answers(2, "x"), 7, Timeline.ALONE).entries()).isEmpty();
		assertThat(Timeline.of(Histories.answers(2, "x"), -7, Timeline.ALONE).entries()).hasSize(2);
	}

}
