package io.coachflow.benchmarks.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

import io.coachflow.benchmarks.servers.ApiConnection;
import io.coachflow.benchmarks.servers.ApiConnection.Answer;
import io.coachflow.benchmarks.servers.Coachflow;
import tools.jackson.databind.json.JsonMapper;

/** Two callers answer the same step of a session at the same moment. */
public final class Race {

	private static final int CALLERS = 2;

	private static final String COACHING = "/api/v1/coaching/";

	private final Ledger ledger = new Ledger();

	private final Coachflow coachflow;

	private final List<String> users;

	/**
	 * Races on one service.
	 * @param users values of the {@code Authorization} header
	 */
	public Race(Coachflow coachflow, List<String> users) {
		this.coachflow = coachflow;
		this.users = users;
	}

	/** Goes through as many sessions. */
	public Outcome run(int sessions) throws IOException, InterruptedException {
		int oneRefused = 0;
		try (ApiConnection first = this.coachflow.connect(); ApiConnection second = this.coachflow.connect()) {
			List<ApiConnection> connections = List.of(first, second);
			for (int number = 0; number < sessions; number++) {
				oneRefused += (accepted(connections, this.users.get(number % this.users.size()), number) == 1) ? 1 : 0;
			}
		}
		return new Outcome(sessions, oneRefused, this.ledger);
	}

	private int accepted(List<ApiConnection> connections, String user, int number)
			throws IOException, InterruptedException {
		Answer started = connections.getFirst().post(COACHING + "start", user, json(Map.of()));
		String session = JsonMapper.shared().readTree(started.body()).get("session_id").asString();
		AtomicLongArray sequences = new AtomicLongArray(CALLERS);
		Crew.run(CALLERS, (caller) -> {
			String text = new Answers((long) number * CALLERS + caller).next(0);
			Answer answer = connections.get(caller)
				.post(COACHING + "step", user,
						json(Map.of("session_id", session, "step", "vision", "user_response", text)));
			sequences.set(caller, (answer.status() == 200) ? answer.sequence() : -1);
		}, () -> {
		});
		int accepted = 0;
		for (int caller = 0; caller < CALLERS; caller++) {
			if (sequences.get(caller) >= 0) {
				this.ledger.acknowledge(session, 0, sequences.get(caller));
				accepted++;
			}
		}
		return accepted;
	}

	private static byte[] json(Map<String, String> fields) {
		return JsonMapper.shared().writeValueAsBytes(fields);
	}

	/**
	 * How it went.
	 *
	 * @param oneRefused in how many one answer was accepted and the other was not
	 * @param ledger what the callers were told
	 */
	public record Outcome(int sessions, int oneRefused, Ledger ledger) {

	}

}
