package io.coachflow.llm;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.coachflow.contracts.enrichment.AgentFault;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The token budgets of each session and each day, shared by all nodes. Tokens are
 * reserved before a call and counted after it. The reservations of a dead node count
 * until they expire.
 */
final class TokenBudget {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final long perSession;

	private final long perDay;

	TokenBudget(JdbcClient jdbc, TransactionOperations transactions, Clock clock, long perSession, long perDay) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
		this.perSession = perSession;
		this.perDay = perDay;
	}

	/**
	 * Reserved tokens.
	 */
	record Reservation(UUID id, String session, String day) {
	}

	/** The account of a session. */
	static String accountOf(String sessionId) {
		return "session:" + sessionId;
	}

	/**
	 * Reserves tokens.
	 * @param validFor how long the reservation counts if it is not settled
	 * @param leavesWithin how long from now on the call may still be sent; the caller
	 * measures this with its own clock
	 * @throws ModelException if the session or the day has too few tokens left
	 */
	Reservation reserve(String sessionId, long tokens, Duration validFor, Duration leavesWithin) {
		Instant now = this.clock.instant();
		Reservation reservation = new Reservation(UUID.randomUUID(), accountOf(sessionId),
				"day:" + LocalDate.ofInstant(now, ZoneOffset.UTC));
		inTransaction(() -> {
			open(reservation, now);
			// Always in the order of the names, so that two calls cannot deadlock
			requireRoom(reservation.day(), this.perDay, tokens, now,
					"The token budget of the day is used up: raise coachflow.ai.daily-token-budget or wait until tomorrow (UTC)");
			requireRoom(reservation.session(), this.perSession, tokens, now,
					"The token budget of the session is used up: raise coachflow.ai.session-token-budget");
			for (String account : List.of(reservation.day(), reservation.session())) {
				this.jdbc.sql("""
						INSERT INTO model_reservation (reservation_id, account, tokens, expires_at, leaves_by)
						VALUES (?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')""")
					.params(reservation.id(), account, tokens, Timestamp.from(now.plus(validFor)),
							leavesWithin.toMillis())
					.update();
			}
		});
		return reservation;
	}

	/** Replaces the reservation by the tokens used. */
	void settle(Reservation reservation, long used) {
		inTransaction(() -> {
			for (String account : List.of(reservation.day(), reservation.session())) {
				this.jdbc.sql("UPDATE model_account SET used = used + ?, updated_at = ? WHERE account = ?")
					.params(used, Timestamp.from(this.clock.instant()), account)
					.update();
			}
			this.jdbc.sql("DELETE FROM model_reservation WHERE reservation_id = ? AND account IN (?, ?)")
				.params(reservation.id(), reservation.day(), reservation.session())
				.update();
		});
	}

	private void open(Reservation reservation, Instant now) {
		this.jdbc.sql("INSERT INTO model_account (account, updated_at) VALUES (?, ?), (?, ?) ON CONFLICT DO NOTHING")
			.params(reservation.day(), Timestamp.from(now), reservation.session(), Timestamp.from(now))
			.update();
	}

	/**
	 * Locks the account until the transaction ends, so that two calls cannot take the
	 * same tokens.
	 */
	private void requireRoom(String account, long budget, long tokens, Instant now, String otherwise) {
		long used = this.jdbc.sql("SELECT used FROM model_account WHERE account = ? FOR UPDATE")
			.param(account)
			.query(Long.class)
			.single();
		this.jdbc.sql("DELETE FROM model_reservation WHERE account = ? AND expires_at <= ?")
			.params(account, Timestamp.from(now))
			.update();
		long setAside = this.jdbc.sql("SELECT coalesce(sum(tokens), 0) FROM model_reservation WHERE account = ?")
			.param(account)
			.query(Long.class)
			.single();
		if (used + setAside + tokens > budget) {
			throw new ModelException(AgentFault.Kind.BUDGET_EXHAUSTED, otherwise, false, null, null);
		}
	}

	private void inTransaction(Runnable work) {
		try {
			this.transactions.executeWithoutResult((_) -> work.run());
		}
		catch (DataAccessException | TransactionException ex) {
			throw ModelException.internal("The token budgets cannot be read or written", ex);
		}
	}

}
