package io.coachflow.llm;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The calls about a session on all nodes. A call writes down that it may leave, then
 * looks whether its session is still there, then leaves. Who deletes a session writes
 * that down, then looks for such calls. So one of them sees the other.
 */
public final class ModelCalls {

	private static final Duration LOOK = Duration.ofMillis(10);

	private final SessionWork work;

	private final JdbcClient jdbc;

	ModelCalls(SessionWork work, JdbcClient jdbc) {
		this.work = work;
		this.jdbc = jdbc;
	}

	/**
	 * Ends what is done for a deleted session: cuts it off on this node, and waits until
	 * no call about it can leave any node. One that is dead or frozen is waited for until
	 * its calls may not leave any more, which is about as long as connecting may take.
	 * @throws org.springframework.dao.DataAccessException if that cannot be known
	 */
	public void end(String deletedSession) {
		this.work.cutOff(deletedSession);
		while (mayLeave(deletedSession)) {
			try {
				Thread.sleep(LOOK);
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
