package io.coachflow.contracts.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the access log: who read which history, latest first.
 *
 * @param nextCursor the cursor of the next page; null on the last
 */
@Schema(example = """
		{"reads": [{"id": 12, "read_at": "2026-11-22T12:00:00Z", "reader": "auditor", "session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "what": "history", "asked": null, "sessions": ["5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c"]}], "next_cursor": null}""")
public record AccessPage(List<Read> reads, @JsonProperty("next_cursor") @Nullable String nextCursor) {

	/**
	 * One access.
	 *
	 * @param sessionId null if the whole log was read or searched
	 * @param what {@code history}, {@code diff}, {@code export}, {@code verify},
	 * {@code find}, {@code events} for a batch of the event stream, or {@code follow} for
	 * a stream that was opened
	 * @param asked the conditions of a search, or the filter and range of events, the
	 * last in {@code through}; null if there are none
	 * @param sessions the sessions whose content was read; empty for the whole log or if
	 * nothing was read
	 */
	public record Read(long id, @JsonProperty("read_at") Instant readAt, String reader,
			@JsonProperty("session_id") @Nullable String sessionId, String what, @Nullable Map<String, Object> asked,
			List<String> sessions) {
	}

}
