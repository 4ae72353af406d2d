package io.coachflow.console.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The files that a history can be had as.
 */
enum ExportFormat {

	/** The stored bytes, for the verifier. */
	JSONL("/api/v1/audit/sessions/{id}/export", "jsonl"),

	/** The events and the state. */
	JSON("/api/v1/coaching/session/{id}/history?format=json", "json"),

	/** A transcript for people. */
	MARKDOWN("/api/v1/coaching/session/{id}/history?format=markdown", "md");

	private final String path;

	private final String extension;

	ExportFormat(String path, String extension) {
		this.path = path;
		this.extension = extension;
	}

	/** The format of that name; empty if there is none. */
	static Optional<ExportFormat> of(@Nullable String name) {
		return Arrays.stream(values())
			.filter((format) -> format.name().toLowerCase(Locale.ROOT).equals(name))
			.findFirst();
	}

	/** Where the API has the file. */
	String path() {
		return this.path;
	}

	/** The name under which the browser keeps it. */
	String fileName(String sessionId) {
		return "coachflow-session-" + sessionId + "." + this.extension;
	}

}
