package io.coachflow.query.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.FoundSession;
import io.coachflow.contracts.rest.Steps;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.paging.SessionCursor;
import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.projection.UnloggedSlots;
import io.coachflow.query.sessionlist.KnownSessions;
import io.coachflow.query.sessionlist.ListedStatus;
import io.coachflow.query.time.SqlTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Selects sessions from the read models. Only given criteria become conditions, so that
 * PostgreSQL can choose its index. Who searches for words is told if a crash of
 * PostgreSQL has taken some of them: a session that is not found looks like one that is
 * not there.
 */
@Component
class SessionSearch {

	private static final String WORDS = """
			session_id IN (
			 SELECT session_id FROM answer_words WHERE words @@ CAST(:words AS tsquery))""";

	/** What callers are told while words are missing. */
	static final String BEING_FILLED = "The words of the answers are being read from the log again after a crash of the database. Search without q, or try again in some minutes.";

	private final JdbcClient jdbc;

	private final KnownSessions sessions;

	private final LiveSlots slots;

	private final UnloggedSlots unlogged;

	private final TransactionOperations snapshots;

	private final SearchWords words;

	private final Clock clock;

	SessionSearch(JdbcClient jdbc, KnownSessions sessions, LiveSlots slots, UnloggedSlots unlogged,
			PlatformTransactionManager transactions, SearchWords words, Clock clock) {
		this.jdbc = jdbc;
		this.sessions = sessions;
		this.slots = slots;
		this.unlogged = unlogged;
		TransactionTemplate snapshots = new TransactionTemplate(transactions);
		snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		snapshots.setReadOnly(true);
		this.snapshots = snapshots;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * The matching sessions, newest first.
	 * @param after the last session of the previous page; absent for the first page
	 * @throws ApiException SERVICE_UNAVAILABLE if there are search terms, and a crash has
	 * taken words of which some are still missing
	 */
	List<FoundSession> find(SearchCriteria wanted, @Nullable SessionCursor after, int limit) {
		if (wanted.words() == null) {
			return select(wanted, null, null, after, limit);
		}
		String words = this.words.query(wanted.words());
		return words.isEmpty() ? List.of() : findWords(wanted, words, after, limit);
	}

	private List<FoundSession> findWords(SearchCriteria wanted, String words, @Nullable SessionCursor after,
			int limit) {
		Slot slot = this.slots.live(AnswerWordsConfiguration.READ_MODEL);
		return this.snapshots.execute((_) -> {
			if (!this.unlogged.isWhole(slot.of(AnswerWordsConfiguration.READ_MODEL))) {
				throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE, BEING_FILLED);
			}
			return select(wanted, slot, words, after, limit);
		});
	}

	private List<FoundSession> select(SearchCriteria wanted, @Nullable Slot slot, @Nullable String words,
			@Nullable SessionCursor after, int limit) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<String> conditions = new ArrayList<>(List.of("true"));
		if (wanted.user() != null) {
			conditions.add("user_id = :user");
		}
		if (wanted.status() != null) {
			conditions.add(wanted.status().condition());
		}
		if (wanted.step() != null) {
			conditions.add("phase <> 'completed' AND answered = :answered");
		}
		if (wanted.sector() != null) {
			conditions.add("sector = :sector");
		}
		if (wanted.startedFrom() != null) {
			conditions.add("started_at >= :from");
		}
		if (wanted.startedTo() != null) {
			conditions.add("started_at < :to");
		}
		if (slot != null) {
			conditions.add(AnswerWordsConfiguration.TABLES.in(slot, WORDS));
		}
		if (after != null) {
			conditions.add("(started_at, session_id) < (:time, :id)");
		}
		return this.jdbc
			.sql("SELECT * FROM " + this.sessions.table() + " WHERE " + String.join(" AND ", conditions)
					+ " ORDER BY started_at DESC, session_id DESC LIMIT :limit")
			.param("now", SqlTimes.utc(now))
			.param("user", wanted.user())
			.param("answered", (wanted.step() != null) ? wanted.step().ordinal() : null)
			.param("sector", wanted.sector())
			.param("from", SqlTimes.utc(wanted.startedFrom()))
			.param("to", SqlTimes.utc(wanted.startedTo()))
			.param("words", words)
			.param("time", (after != null) ? SqlTimes.utc(after.startedAt()) : null)
			.param("id", (after != null) ? after.sessionId() : null)
			.param("limit", limit)
			.query((row, _) -> found(row, now))
			.list();
	}

	private static FoundSession found(ResultSet row, Instant now) throws SQLException {
		int answered = row.getInt("answered");
		ListedStatus status = ListedStatus.of(row.getString("phase"), answered, SqlTimes.instant(row, "expires_at"),
				now);
		return new FoundSession(row.getString("session_id"), row.getString("user_id"), status.id(),
				Steps.current((answered < Step.values().length) ? Step.values()[answered] : null),
				new Business(row.getString("business_name"), row.getString("sector"), row.getString("city"),
						row.getString("country")),
				row.getLong("sequence"), SqlTimes.instant(row, "started_at"), SqlTimes.instant(row, "updated_at"));
	}

}
