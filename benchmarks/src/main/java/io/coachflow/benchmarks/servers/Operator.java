package io.coachflow.benchmarks.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import io.coachflow.benchmarks.servers.ApiConnection.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator asks for, and waits for. Each call has a connection of its own,
 * because minutes may lie between two.
 */
public final class Operator {

	private static final String PROJECTIONS = "/api/v1/admin/projections";

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private static final int OK = 200;

	private static final int ACCEPTED = 202;

	private final Coachflow service;

	private final String admin;

	private final String auditor;

	/** Of one service, with tokens that it takes. */
	public Operator(Coachflow service, Issuer issuer) {
		this.service = service;
		this.admin = issuer.admin();
		this.auditor = issuer.auditor();
	}

	/** Waits until all read models have all events. */
	public void awaitReaders() throws IOException, InterruptedException {
		await("every reader to reach the head",
				(projection) -> projection.get("segments").asInt() == 0 || projection.get("lag_events").asLong() == 0);
	}

	/** Asks for a read model to be built anew. */
	public void rebuild(String readModel) throws IOException {
		post(readModel + "/rebuild", ACCEPTED);
	}

	/** Whether it has been built anew, and readers use it. */
	public boolean isRebuilt(String readModel) throws IOException {
		return isRebuilt(projection(readModel));
	}

	private static boolean isRebuilt(JsonNode projection) {
		return projection.get("state").asString().equals("awaiting_confirmation");
	}

	/** Gives up what the read model was before. */
	public void confirm(String readModel) throws IOException {
		post(readModel + "/confirm", OK);
	}

	/**
	 * Builds every read model anew and waits until readers use the new ones.
	 * @return their names
	 */
	public List<String> rebuildAll() throws IOException, InterruptedException {
		List<String> names = projections().stream()
			.filter((projection) -> projection.get("rebuildable").asBoolean())
			.map((projection) -> projection.get("name").asString())
			.toList();
		for (String name : names) {
			rebuild(name);
		}
		awaitRebuilt(names);
		return names;
	}

	/** Waits until readers use what was built anew. */
	public void awaitRebuilt(List<String> readModels) throws IOException, InterruptedException {
		await("the rebuilds",
				(projection) -> !readModels.contains(projection.get("name").asString()) || isRebuilt(projection));
	}

	/** What the service says of a read model. */
	public JsonNode projection(String readModel) throws IOException {
		return projections().stream()
			.filter((projection) -> projection.get("name").asString().equals(readModel))
			.findFirst()
			.orElseThrow();
	}

	/** The verification of the whole log. */
	public JsonNode verify() throws IOException {
		return get("/api/v1/audit/verify", this.auditor);
	}

	private void await(String what, Predicate<JsonNode> condition) throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!projections().stream().allMatch(condition)) {
			if (System.nanoTime() > end) {
				throw new IOException("Waited in vain for " + what + ": " + projections());
			}
			Thread.sleep(200);
		}
	}

	private List<JsonNode> projections() throws IOException {
		return get(PROJECTIONS, this.admin).get("projections").valueStream().toList();
	}

	private JsonNode get(String path, String user) throws IOException {
		try (ApiConnection connection = this.service.connect()) {
			return JsonMapper.shared().readTree(connection.get(path, user).body());
		}
	}

	private void post(String path, int status) throws IOException {
		try (ApiConnection connection = this.service.connect()) {
			Answer answer = connection.post(PROJECTIONS + "/" + path, this.admin, new byte[0]);
			if (answer.status() != status) {
				throw new IOException(
						"%s: %d instead of %d: %s".formatted(path, answer.status(), status, new String(answer.body())));
			}
		}
	}

}
