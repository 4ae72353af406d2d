package io.coachflow.benchmarks.upgrade;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.coachflow.benchmarks.load.Answers;
import io.coachflow.benchmarks.servers.Coachflow;
import io.coachflow.benchmarks.upgrade.OldSession.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Old sessions go on: the next steps, the completion, the package; one that expired comes
 * back first.
 */
public final class Continuation {

	private static final int OF_A_KIND = 10;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Api api;

	private Continuation(Api api) {
		this.api = api;
	}

	/**
	 * Goes on with some of each kind.
	 * @return how many were completed and got their package
	 * @throws IOException if one does not go on
	 */
	public static int of(Coachflow service, OldLog log) throws IOException, InterruptedException {
		List<OldSession> completed = new ArrayList<>();
		try (Api api = new Api(service)) {
			Continuation continuation = new Continuation(api);
			for (Kind kind : List.of(Kind.MIDDLE, Kind.EXPIRED, Kind.RESUMED)) {
				for (OldSession session : log.sessions()
					.stream()
					.filter((it) -> it.kind() == kind)
					.limit(OF_A_KIND)
					.toList()) {
					continuation.complete(session);
					completed.add(session);
				}
			}
			for (OldSession session : completed) {
				continuation.awaitPackage(session);
			}
		}
		return completed.size();
	}

	private void complete(OldSession session) throws IOException {
		Answers answers = new Answers(-1 - session.number());
		int step = OldSession.answers(session.number());
		if (session.kind() == Kind.EXPIRED) {
			JsonNode refusal = this.api.post(Api.COACHING + "step", session.user(), answer(session, answers.next(step)),
					404);
			if (!refusal.get("error").asString().equals("SESSION_EXPIRED")) {
				throw new IOException(session + " has expired, but a step says " + refusal);
			}
			this.api.post(Api.COACHING + "start", session.user(), Map.of("session_id", session.id()));
		}
		for (; step < 5; step++) {
			JsonNode accepted = this.api.post(Api.COACHING + "step", session.user(),
					answer(session, answers.next(step)));
			if (!accepted.get("is_step_complete").asBoolean()) {
				throw new IOException(
						"The answer to step %d of %s was not accepted: %s".formatted(step, session, accepted));
			}
		}
		this.api.post(Api.COACHING + "complete", session.user(), Map.of("session_id", session.id()));
	}

	private static Map<String, String> answer(OldSession session, String text) {
		return Map.of("session_id", session.id(), "user_response", text);
	}

	private void awaitPackage(OldSession session) throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		String path = Api.COACHING + "session/" + session.id() + "/package";
		Api.Seen seen = this.api.get(path, session.user());
		while (seen.status() != 200 || !seen.body().get("status").asString().equals("complete")) {
			if (System.nanoTime() > end) {
				throw new IOException("No package of " + session + " in " + PATIENCE + ": " + seen);
			}
			Thread.sleep(100);
			seen = this.api.get(path, session.user());
		}
	}

}
