package io.coachflow.benchmarks.upgrade;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.coachflow.benchmarks.servers.Coachflow;
import tools.jackson.databind.JsonNode;

/** What an operator asks for, and waits for. */
public final class Operator implements AutoCloseable {

	private static final String PROJECTIONS = "/api/v1/admin/projections";

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private static final int ACCEPTED = 202;

	private final Api api;

	private final String admin;

	private final String auditor;

	/**
	 * Of one service.
	 * @param admin value of the {@code Authorization} header
	 * @param auditor the same
	 */
	public Operator(Coachflow service, String admin, String auditor) {
		this.api = new Api(service);
		this.admin = admin;
		this.auditor = auditor;
	}

	/** Waits until all read models have all events. */
	public void awaitReaders() throws IOException, InterruptedException {
		await("every reader to reach the head",
				(projection) -> projection.get("segments").asInt() == 0 || projection.get("lag_events").asLong() == 0);
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
			this.api.post(PROJECTIONS + "/" + name + "/rebuild", this.admin, Map.of(), ACCEPTED);
		}
		await("the rebuilds", (projection) -> !names.contains(projection.get("name").asString())
				|| projection.get("state").asString().equals("awaiting_confirmation"));
		return names;
	}

	/** The verification of the whole log. */
	public JsonNode verify() throws IOException {
		return this.api.get("/api/v1/audit/verify", this.auditor).body();
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
		return this.api.get(PROJECTIONS, this.admin).body().get("projections").valueStream().toList();
	}

	@Override
	public void close() throws IOException {
		this.api.close();
	}

}
