package io.coachflow.contracts.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a session between two points of its history.
 *
 * @param events the names of the events in between, in order
 */
@Schema(example = """
		{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "from_sequence": 0, "to_sequence": 1, "events": ["io.coachflow.session.step-answered"], "changes": [{"field": "current_step", "from": "vision", "to": "mission"}]}""")
public record HistoryDiff(@JsonProperty("session_id") String sessionId,
		@JsonProperty("from_sequence") long fromSequence, @JsonProperty("to_sequence") long toSequence,
		List<String> events, List<Change> changes) {

	/**
	 * A field of the state that differs.
	 *
	 * @param field its path, such as {@code answers.vision}
	 * @param from null if the field did not exist
	 * @param to null if the field no longer exists
	 */
	public record Change(String field, @Nullable Object from, @Nullable Object to) {
	}

}
