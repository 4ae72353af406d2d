package io.coachflow.llm;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The model calls for a session, on all nodes. A call stores a reservation, then checks
 * that its session exists, then is sent. A deletion is stored first, and then waits for
 * the reservations of calls. So at least one of the two sees the other.
 */
public final class ModelCalls {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

	private final SessionWork work;

	private final JdbcClient jdbc;

	ModelCalls(SessionWork work, JdbcClient jdbc) {
		this.work = work;
		this.jdbc = jdbc;
	}

	/**
	 * Ends the work for a deleted session: cancels it on this node, and waits until no
	 * node can send a call for it any more. A dead or frozen node is waited for until its
	 * reservations no longer allow sending, which takes about as long as the connect
	 * timeout.
	 * @throws org.springframework.dao.DataAccessException if the reservations cannot be
	 * read
	 */
	public void end(String deletedSession) {
		this.work.cutOff(deletedSession);
		while (mayLeave(deletedSession)) {
			try {
				Thread.sleep(POLL_INTERVAL);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("The service is stopping", ex);
			}
		}
	}

	private boolean mayLeave(String session) {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT FROM model_reservation WHERE account = ? AND leaves_by > clock_timestamp())")
			.param(TokenBudget.accountOf(session))
			.query(Boolean.class)
			.single();
	}

}
