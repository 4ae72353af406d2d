package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of who read which history, the latest first.
 *
 * @param nextCursor where the next page begins; null on the last
 */
@Schema(example = """
		{"reads": [{"id": 12, "read_at": "2026-11-22T12:00:00Z", "reader": "auditor", "session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "what": "history", "asked": null, "sessions": ["5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c"]}], "next_cursor": null}""")
public record AccessPage(List<Read> reads, @JsonProperty("next_cursor") @Nullable String nextCursor) {

	/**
	 * Who read what.
	 *
	 * @param sessionId null where the whole log was read or searched
	 * @param what {@code history}, {@code diff}, {@code export}, {@code verify},
	 * {@code find}, {@code events} for a batch of the event stream, or {@code follow} for
	 * a stream that was opened
	 * @param asked the conditions of a search; filter and range of events, the last in
	 * {@code through}; null where there are none
	 * @param sessions whose words were read; none for the whole log, or where nothing was
	 * read
	 */
	public record Read(long id, @JsonProperty("read_at") Instant readAt, String reader,
			@JsonProperty("session_id") @Nullable String sessionId, String what, @Nullable Map<String, Object> asked,
			List<String> sessions) {
	}

}
