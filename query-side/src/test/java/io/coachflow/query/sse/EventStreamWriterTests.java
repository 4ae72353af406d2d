package io.coachflow.query.sse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Streams of events, parsed as in the HTML standard, and by a reader that ends an event
 * at each blank line and takes each id as soon as it has seen it.
 */
class EventStreamWriterTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final EventStreamWriter writer = new EventStreamWriter(this.out);

	@Test
	void nothingButAnEventEndsWithABlankLine() throws IOException {
		this.writer.open();
		this.writer.sendOrBeat();
		this.writer.pass("passed-1");
		this.writer.sendOrBeat();
		this.writer.add("id-1", "some.type", "{\"n\":1}");
		this.writer.add("id-2", "message", "{\"n\":2}");
		this.writer.pass("passed-2");
		this.writer.sendOrBeat();
		this.writer.sendOrBeat();

		assertThat(text()).isEqualTo("""
				retry: 2000
				:
				id: passed-1
				event: some.type
				data: {"n":1}
				id: id-1

				event: message
				data: {"n":2}
				id: id-2

				id: passed-2
				:
				""");
		assertThat(eventsOfAnEagerReader()).containsExactly("{\"n\":1}", "{\"n\":2}");
	}

	/**
	 * Some readers resume after an id that they have seen, so it comes with its event.
	 */
	@Test
	void whereverAStreamBreaksOffNoEventIsTakenForRead() throws IOException {
		this.writer.add("id-1", "some.type", "{\"n\":1}");
		this.writer.sendOrBeat();

		String whole = text();
		for (int length = 0; length < whole.length() - 1; length++) {
			String received = whole.substring(0, length);
			assertThat(received.contains("id: id-1\n") && !received.contains("data: {\"n\":1}\n")).as(received)
				.isFalse();
		}
	}

	@Test
	void whatIsSentIsSentOnce() throws IOException {
		this.writer.add("id-1", "some.type", "{}");
		this.writer.sendOrBeat();
		this.out.reset();

		this.writer.sendOrBeat();

		assertThat(text()).isEqualTo(":\n");
	}

	private String text() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	/** Each blank line is an event to it, with whatever data came before. */
	private List<String> eventsOfAnEagerReader() {
		List<String> events = new ArrayList<>();
		StringBuilder data = new StringBuilder();
		text().lines().forEach((line) -> {
			if (line.isEmpty()) {
				events.add(data.toString());
				data.setLength(0);
			}
			else if (line.startsWith("data: ")) {
				data.append(line.substring(6));
			}
		});
		return events;
	}

}
