package io.coachflow.llm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers in the form in which OpenAI streams them.
 */
final class Streams {

	private static final JsonMapper JSON = new JsonMapper();

	private Streams() {
	}

	/** The text in pieces of some characters, with the tokens used. */
	static String of(String text, int tokensIn, int tokensOut) {
		return stream(text, "stop", Map.of("prompt_tokens", tokensIn, "completion_tokens", tokensOut, "total_tokens",
				tokensIn + tokensOut));
	}

	static String of(String text) {
		return of(text, 100, 50);
	}

	static String withoutUsage(String text) {
		return stream(text, "stop", null);
	}

	static String cutOff(String text) {
		return stream(text, "length", Map.of("prompt_tokens", 100, "completion_tokens", 50, "total_tokens", 150));
	}

	static String filtered(String text) {
		return stream(text, "content_filter", null);
	}

	/** One event with a piece of text. */
	static String piece(String text) {
		return event(Map.of("id", "c1", "object", "chat.completion.chunk", "created", 1, "model", "tiny-1", "choices",
				List.of(Map.of("index", 0, "delta", Map.of("role", "assistant", "content", text)))));
	}

	private static String stream(String text, String ending, @Nullable Map<String, Object> usage) {
		List<String> events = new ArrayList<>();
		Arrays.stream(text.split("(?<=\\G.{7})")).map(Streams::piece).forEach(events::add);
		events.add(event(Map.of("id", "c1", "object", "chat.completion.chunk", "created", 1, "model", "tiny-1",
				"choices", List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", ending)))));
		if (usage != null) {
			events.add(event(Map.of("id", "c1", "object", "chat.completion.chunk", "created", 1, "model", "tiny-1",
					"choices", List.of(), "usage", usage)));
		}
		events.add("data: [DONE]\n\n");
		return events.stream().collect(Collectors.joining());
	}

	private static String event(Map<String, Object> data) {
		return "data: " + JSON.writeValueAsString(data) + "\n\n";
	}

}
