package io.coachflow.benchmarks.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.coachflow.benchmarks.servers.ApiConnection;
import io.coachflow.benchmarks.servers.ApiConnection.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through one session after the other over one connection: start, five answers,
 * complete; each session as another user. For one thread.
 */
final class Entrepreneur implements AutoCloseable {

	/** Calls in a session, of which {@link #STEPS} are steps. */
	static final int CALLS = 7;

	static final int STEPS = 5;

	private static final String COACHING = "/api/v1/coaching/";

	private static final Map<String, String> BUSINESS = Map.of("business_name", "Teranga Table", "sector", "restaurant",
			"city", "Dakar", "country", "Senegal");

	private static final byte[] START = JsonMapper.shared().writeValueAsBytes(BUSINESS);

	private final Ledger ledger = new Ledger();

	private final ApiConnection connection;

	private final List<String> users;

	private final Answers answers;

	private int user;

	private int call;

	private String session = "";

	private long sequence;

	private @Nullable String failure;

	/**
	 * Begins with a user of its own.
	 * @param users values of the {@code Authorization} header, taken in turn
	 * @param number which of the run's entrepreneurs this is, from 0
	 */
	Entrepreneur(ApiConnection connection, List<String> users, int number) {
		this.connection = connection;
		this.users = users;
		this.user = (number * 31) % users.size();
		this.answers = new Answers(number);
	}

	/** Whether the next call is a step. */
	boolean stepIsNext() {
		return this.call > 0 && this.call <= STEPS;
	}

	/**
	 * Makes the next call. After a failure the session is given up.
	 * @return whether it got 200
	 */
	boolean call() {
		try {
			Answer answer = send();
			if (answer.status() == 200) {
				accept(answer);
				return true;
			}
			fail(answer.status() >= 500, answer.status() + " " + new String(answer.body()));
		}
		catch (IOException ex) {
			fail(true, ex.toString());
		}
		return false;
	}

	private Answer send() throws IOException {
		String authorization = this.users.get(this.user);
		if (this.call == 0) {
			return this.connection.post(COACHING + "start", authorization, START);
		}
		if (this.call <= STEPS) {
			return this.connection.post(COACHING + "step", authorization,
					JsonMapper.shared()
						.writeValueAsBytes(
								Map.of("session_id", this.session, "user_response", this.answers.next(this.call - 1))));
		}
		return this.connection.post(COACHING + "complete", authorization,
				JsonMapper.shared().writeValueAsBytes(Map.of("session_id", this.session)));
	}

	private void accept(Answer answer) {
		if (this.call == 0) {
			this.session = JsonMapper.shared().readTree(answer.body()).get("session_id").asString();
		}
		if (stepIsNext()) {
			this.sequence = answer.sequence();
			this.ledger.acknowledge(this.session, this.call - 1, this.sequence);
		}
		this.call++;
		if (this.call == CALLS) {
			beginAnew();
		}
	}

	private void fail(boolean unknown, String reason) {
		this.failure = reason;
		if (unknown && stepIsNext()) {
			this.ledger.lose(this.session, this.call - 1);
		}
		beginAnew();
	}

	private void beginAnew() {
		this.call = 0;
		this.user = (this.user + 1) % this.users.size();
	}

	Ledger ledger() {
		return this.ledger;
	}

	String session() {
		return this.session;
	}

	/** The sequence in the last step's answer. */
	long sequence() {
		return this.sequence;
	}

	/** Why the last failed call failed. */
	@Nullable String failure() {
		return this.failure;
	}

	@Override
	public void close() throws IOException {
		this.connection.close();
	}

}
