package io.coachflow.eventlog.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.eventlog.postgres.LogAudit.Row;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The records of the killed nodes, to compare with the log.
 */
final class StormRecord {

	private final Map<String, List<Event>> intents = new HashMap<>();

	private final Map<String, String> answers = new HashMap<>();

	private record Event(String id, String session, long sequence) {
	}

	static StormRecord read(List<Path> files) throws IOException {
		StormRecord record = new StormRecord();
		for (Path file : files) {
			String text = Files.readString(file);
			// A killed node may have left an incomplete last line
			text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(record::add);
		}
		return record;
	}

	private void add(String line) {
		String[] words = line.split(" ");
		assertThat(words[0]).as(line).isIn("intent", "acknowledged", "refused", "unknown");
		if (words[0].equals("intent")) {
			this.intents.computeIfAbsent(words[1], (_) -> new ArrayList<>())
				.add(new Event(words[2], words[3], Long.parseLong(words[4])));
		}
		else {
			assertThat(this.answers.put(words[1], words[0])).isNull();
		}
	}

	long count(String answer) {
		return this.answers.values().stream().filter(answer::equals).count();
	}

	/**
	 * The log holds every acknowledged append and no refused one. Whatever else it holds,
	 * a node meant to append. Each append is complete, in order, and there once.
	 */
	void verify(List<Row> rows) {
		Map<String, Row> logged = new HashMap<>();
		rows.forEach((row) -> assertThat(logged.put(row.eventId(), row)).isNull());
		this.intents.forEach((append, events) -> {
			List<Row> found = events.stream().map(Event::id).filter(logged::containsKey).map(logged::remove).toList();
			String answer = this.answers.getOrDefault(append, "unknown");
			switch (answer) {
				case "acknowledged" -> assertThat(found).as("acknowledged %s", append).hasSameSizeAs(events);
				case "refused" -> assertThat(found).as("refused %s", append).isEmpty();
				default -> assertThat(found.size()).as("unknown %s", append).isIn(0, events.size());
			}
			for (int i = 0; i < found.size(); i++) {
				Row row = found.get(i);
				assertThat(new Event(row.eventId(), row.session(), row.sequence())).isEqualTo(events.get(i));
				assertThat(row.index()).isEqualTo(found.getFirst().index() + i);
			}
		});
		assertThat(logged).as("nobody meant to append").isEmpty();
	}

}
