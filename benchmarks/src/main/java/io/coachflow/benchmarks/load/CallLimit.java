package io.coachflow.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.benchmarks.servers.ApiConnection;
import io.coachflow.benchmarks.servers.Coachflow;
import org.HdrHistogram.Histogram;

/**
 * How many authenticated calls the server answers when they have nothing to do.
 */
public final class CallLimit {

	/**
	 * A session id that no session can have: the controller answers 404, no store is
	 * asked.
	 */
	static final String PATH = "/api/v1/coaching/session/none";

	private static final int STATUS = 404;

	private final Coachflow coachflow;

	private final List<String> users;

	/**
	 * Calls one service.
	 * @param users values of the {@code Authorization} header
	 */
	public CallLimit(Coachflow coachflow, List<String> users) {
		this.coachflow = coachflow;
		this.users = users;
	}

	/** Calls as often as possible. */
	public Rate measure(int connections, Duration duration) throws IOException, InterruptedException {
		ClosedLoop schedule = new ClosedLoop(duration);
		List<Caller> callers = new ArrayList<>();
		for (int i = 0; i < connections; i++) {
			callers.add(new Caller(this.coachflow.connect(), i, schedule));
		}
		double seconds = Crew.run(connections, (number) -> callers.get(number).work(), schedule::begin);
		Histogram all = Latency.histogram();
		for (Caller caller : callers) {
			all.add(caller.calls);
			caller.connection.close();
		}
		return new Rate(connections, all.getTotalCount() / seconds, Latency.of(all));
	}

	private final class Caller {

		private final Histogram calls = Latency.histogram();

		private final ApiConnection connection;

		private final ClosedLoop schedule;

		private int user;

		Caller(ApiConnection connection, int number, ClosedLoop schedule) {
			this.connection = connection;
			this.user = number;
			this.schedule = schedule;
		}

		void work() throws IOException {
			for (long due = this.schedule.awaitNext(); due != Long.MIN_VALUE; due = this.schedule.awaitNext()) {
				this.user = (this.user + 1) % CallLimit.this.users.size();
				int status = this.connection.get(PATH, CallLimit.this.users.get(this.user)).status();
				if (status != STATUS) {
					throw new IOException("The cheapest call got " + status);
				}
				this.calls.recordValue(System.nanoTime() - due);
			}
		}

	}

}
