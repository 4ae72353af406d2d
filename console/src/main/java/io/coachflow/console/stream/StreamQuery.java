package io.coachflow.console.stream;

import java.time.Instant;
import java.util.List;

import io.coachflow.console.api.ApiPath;
import org.jspecify.annotations.Nullable;

/**
 * Which events a consumer wants.
 *
 * @param types groups of types; empty for all
 * @param since events before it are left out; null for none
 */
record StreamQuery(@Nullable String after, List<String> types, @Nullable String session, @Nullable Instant since) {

	static final String SESSIONS = "io.coachflow.session";

	static final String PACKAGES = "io.coachflow.package";

	private static final List<String> GROUPS = List.of(SESSIONS, PACKAGES);

	static StreamQuery of(@Nullable String after, @Nullable List<String> types, @Nullable String session,
			@Nullable Instant since) {
		List<String> known = (types != null) ? GROUPS.stream().filter(types::contains).toList() : List.of();
		return new StreamQuery(after, (known.size() < GROUPS.size()) ? known : List.of(), session, since);
	}

	String apiPath() {
		return filtered(ApiPath.of("/api/v1/events").query("after", this.after)).toString();
	}

	String livePath() {
		ApiPath path = ApiPath.of("/stream/live").query("after", this.after);
		this.types.forEach((it) -> path.query("types", it));
		return path.query("session", this.session).query("since", this.since).toString();
	}

	/** A command that follows the stream. The token stays a variable of the shell. */
	String followCommand(String origin) {
		return "curl -N -H \"Authorization: Bearer $TOKEN\" -H 'Accept: text/event-stream' '" + origin + apiPath()
				+ "'";
	}

	/** A command that waits for the next batch and shows where to continue. */
	String pollCommand(String origin) {
		ApiPath path = filtered(ApiPath.of("/api/v1/events").query("after", this.after)).query("limit", 100)
			.query("wait", 30);
		return "curl -sS -D - -H \"Authorization: Bearer $TOKEN\" '" + origin + path + "'";
	}

	private ApiPath filtered(ApiPath path) {
		this.types.forEach((it) -> path.query("type", it));
		return path.query("session_id", this.session);
	}

}
