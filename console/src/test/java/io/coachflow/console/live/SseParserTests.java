package io.coachflow.console.live;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SseParserTests {

	private final SseParser parser = new SseParser();

	@Test
	void linesBecomeEvents() {
		assertThat(events(": heartbeat", "", "id: 7", "event: agent", "data: {\"a\":", "data:1}", "", "data: more", ""))
			.containsExactly(new LiveEvent("7", "agent", "{\"a\":\n1}"), new LiveEvent("7", "message", "more"));
	}

	@Test
	void anEventWithoutDataOrEndIsNone() {
		assertThat(events("event: agent", "", "data: never ended")).isEmpty();
	}

	private List<LiveEvent> events(String... lines) {
		return Stream.of(lines).map(this.parser::line).filter(Objects::nonNull).toList();
	}

}
