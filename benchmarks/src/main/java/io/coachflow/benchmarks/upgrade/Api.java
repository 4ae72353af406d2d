package io.coachflow.benchmarks.upgrade;

import java.io.IOException;
import java.util.Map;

import io.coachflow.benchmarks.servers.ApiConnection;
import io.coachflow.benchmarks.servers.ApiConnection.Answer;
import io.coachflow.benchmarks.servers.Coachflow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls whose answers are known in advance, over one connection. For one thread. */
final class Api implements AutoCloseable {

	static final String COACHING = "/api/v1/coaching/";

	private static final int OK = 200;

	private final ApiConnection connection;

	Api(Coachflow service) {
		this.connection = service.connect();
	}

	/**
	 * Reads.
	 * @param user value of the {@code Authorization} header
	 */
	Seen get(String path, String user) throws IOException {
		return seen(this.connection.get(path, user));
	}

	/**
	 * Sends JSON.
	 * @throws IOException if the status is another
	 */
	JsonNode post(String path, String user, Map<String, String> fields, int status) throws IOException {
		Seen seen = seen(this.connection.post(path, user, JsonMapper.shared().writeValueAsBytes(fields)));
		require(seen, status, path);
		return seen.body();
	}

	JsonNode post(String path, String user, Map<String, String> fields) throws IOException {
		return post(path, user, fields, OK);
	}

	/** Deletes a session. */
	void delete(String session, String user) throws IOException {
		String path = COACHING + "session/" + session;
		require(seen(this.connection.delete(path, user)), 204, path);
	}

	private static void require(Seen seen, int status, String path) throws IOException {
		if (seen.status() != status) {
			throw new IOException("%s: %d instead of %d: %s".formatted(path, seen.status(), status, seen.body()));
		}
	}

	private static Seen seen(Answer answer) {
		return new Seen(answer.status(),
				JsonMapper.shared().readTree((answer.body().length > 0) ? answer.body() : "null".getBytes()));
	}

	@Override
	public void close() throws IOException {
		this.connection.close();
	}

	/** An answer. */
	record Seen(int status, JsonNode body) {

	}

}
