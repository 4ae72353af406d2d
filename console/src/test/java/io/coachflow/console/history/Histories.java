package io.coachflow.console.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Histories as the API tells of them. */
final class Histories {

	static final String SESSION = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	private static final JsonMapper MAPPER = new JsonMapper();

	private Histories() {
	}

	/**
	 * Two answers with help, a question asked back, and events of a package in between.
	 */
	static History answered() {
		try (InputStream in = Objects.requireNonNull(Histories.class.getResourceAsStream("/history/answered.json"))) {
			return History.of(MAPPER.readTree(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As many accepted answers, each with the same words and guidance. */
	static List<LogEvent> answers(int events, String words) {
		JsonNode data = MAPPER.valueToTree(new Answer("vision", words, new Guidance("en", "scripted", words)));
		return LongStream.range(0, events)
			.mapToObj((sequence) -> new LogEvent(false, sequence,
					Instant.ofEpochSecond(1_795_000_000 + sequence).atOffset(ZoneOffset.UTC),
					"io.coachflow.session.step-answered", "demo", data, "ab".repeat(32)))
			.toList();
	}

	/** A history of one event with that data. */
	static LogEvent event(String name, String json) {
		return new LogEvent(false, 0, Instant.EPOCH.atOffset(ZoneOffset.UTC), name, null, MAPPER.readTree(json), "ab");
	}

	record Answer(String step, String answer, Guidance guidance) {
	}

	record Guidance(String language, String source, String message) {
	}

}
