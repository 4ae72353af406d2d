package io.coachflow.benchmarks.upgrade;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.coachflow.benchmarks.load.Answers;
import io.coachflow.benchmarks.load.Crew;
import io.coachflow.benchmarks.servers.Coachflow;
import io.coachflow.benchmarks.upgrade.OldSession.Kind;

/** Writes sessions of every kind by real calls. */
public final class OldLog {

	private static final int CALLERS = 16;

	private static final Map<String, String> BUSINESS = Map.of("business_name", "Teranga Table", "sector", "restaurant",
			"city", "Dakar", "country", "Senegal");

	private final OldSession[] sessions;

	private final List<String> users;

	/**
	 * Of as many sessions.
	 * @param users values of the {@code Authorization} header
	 */
	public OldLog(int sessions, List<String> users) {
		this.sessions = new OldSession[sessions];
		this.users = users;
	}

	/** Those that are to expire, by a service whose sessions live for a few seconds. */
	public void writeExpiring(Coachflow service) throws InterruptedException {
		each(service, (number) -> Kind.of(number).expires(), this::write);
	}

	/** All others; and of those that expired, the owners of some come back. */
	public void writeOthers(Coachflow service) throws InterruptedException {
		each(service, (number) -> !Kind.of(number).expires(), this::write);
		each(service, (number) -> Kind.of(number) == Kind.RESUMED, (api, number) -> {
			OldSession session = this.sessions[number];
			api.post(Api.COACHING + "start", session.user(), Map.of("session_id", session.id()));
		});
	}

	/** How many sessions there are of a kind. */
	public long count(Predicate<Kind> kinds) {
		return IntStream.range(0, this.sessions.length).mapToObj(Kind::of).filter(kinds).count();
	}

	/** All that were written, in order. */
	List<OldSession> sessions() {
		return Arrays.stream(this.sessions).filter(Objects::nonNull).toList();
	}

	private void write(Api api, int number) throws IOException {
		String user = this.users.get(number % this.users.size());
		Kind kind = Kind.of(number);
		String id = api.post(Api.COACHING + "start", user, BUSINESS).get("session_id").asString();
		Answers answers = new Answers(number);
		int steps = (kind == Kind.COMPLETED) ? 5 : OldSession.answers(number);
		for (int step = 0; step < steps; step++) {
			api.post(Api.COACHING + "step", user, Map.of("session_id", id, "user_response", answers.next(step)));
		}
		if (kind == Kind.COMPLETED) {
			api.post(Api.COACHING + "complete", user, Map.of("session_id", id));
		}
		if (kind == Kind.DELETED) {
			api.delete(id, user);
		}
		this.sessions[number] = new OldSession(number, id, user, kind);
	}

	private void each(Coachflow service, Predicate<Integer> which, Call call) throws InterruptedException {
		List<Integer> numbers = new ArrayList<>(
				IntStream.range(0, this.sessions.length).boxed().filter(which).toList());
		Crew.run(CALLERS, (caller) -> {
			try (Api api = new Api(service)) {
				for (int i = caller; i < numbers.size(); i += CALLERS) {
					call.make(api, numbers.get(i));
				}
			}
		}, () -> {
		});
	}

	private interface Call {

		void make(Api api, int number) throws IOException;

	}

}
