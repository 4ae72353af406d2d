package io.coachflow.eventlog.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads the tables of the log.
 */
class LogReader {

	private static final int BATCH = 500;

	/**
	 * How long it retries after lost connections. A lost connection fails at once, and
	 * the pool may hold twenty of them. A connection that hangs takes longer, and the
	 * caller needs an answer in time.
	 */
	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	private static final long PAUSE_MILLIS = 10;

	private final JdbcTemplate jdbc;

	private final Serializer serializer;

	private final EventUpcaster upcasters;

	LogReader(JdbcTemplate jdbc, Serializer serializer, EventUpcaster upcasters) {
		this.jdbc = jdbc;
		this.serializer = serializer;
		this.upcasters = upcasters;
	}

	/**
	 * The next events after a position, some hundreds at most. Empty only at the end of
	 * the log.
	 */
	List<TrackedEventMessage<?>> after(long position) {
		long from = position;
		while (true) {
			List<StoredRow> rows = rowsAfter(from, BATCH);
			List<TrackedEventMessage<?>> events = events(rows);
			if (rows.isEmpty() || !events.isEmpty()) {
				return events;
			}
			// Upcasters dropped all of them
			from = rows.getLast().globalIndex();
		}
	}

	/** The events of these rows. Upcasters may split, or drop, some. */
	List<TrackedEventMessage<?>> events(List<StoredRow> rows) {
		return EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), this.serializer, this.upcasters).toList();
	}

	List<StoredRow> rowsAfter(long position, int limit) {
		return retrying(
				() -> this.jdbc.query(
						"SELECT " + StoredRow.COLUMNS
								+ " FROM event_log WHERE global_index > ? ORDER BY global_index LIMIT " + limit,
						StoredRow::of, position));
	}

	List<StoredRow> rowsOf(String aggregateId, long firstSequence, int limit) {
		return retrying(() -> this.jdbc.query("SELECT " + StoredRow.COLUMNS
				+ " FROM event_log WHERE aggregate_id = ? AND sequence_number >= ? ORDER BY sequence_number LIMIT "
				+ limit, StoredRow::of, aggregateId, firstSequence));
	}

	/** The hash of one event. */
	Optional<byte[]> hashOf(String aggregateId, long sequence) {
		return retrying(() -> this.jdbc.queryForList(
				"SELECT hash FROM event_log WHERE aggregate_id = ? AND sequence_number = ?", byte[].class, aggregateId,
				sequence))
			.stream()
			.findFirst();
	}

	Optional<Long> lastSequenceOf(String aggregateId) {
		return retrying(() -> Optional.ofNullable(this.jdbc.queryForObject(
				"SELECT max(sequence_number) FROM event_log WHERE aggregate_id = ?", Long.class, aggregateId)));
	}

	/** The last index ever assigned: missing rows up to it were removed. */
	long head() {
		return retrying(() -> {
			Long head = this.jdbc.queryForObject("SELECT last_index FROM event_log_head", Long.class);
			return (head != null) ? head : 0;
		});
	}

	/** The position before the first event with this time or a later one. */
	OptionalLong before(Instant time) {
		return retrying(() -> {
			Long index = this.jdbc.queryForObject("SELECT min(global_index) - 1 FROM event_log WHERE occurred_at >= ?",
					Long.class, time.atOffset(ZoneOffset.UTC));
			return (index != null) ? OptionalLong.of(index) : OptionalLong.empty();
		});
	}

	/**
	 * Reads again if the connection was lost, because another one may work. Within a
	 * transaction there is no other.
	 */
	private static <T> T retrying(Supplier<T> read) {
		long deadline = System.nanoTime() + TIMEOUT.toNanos();
		while (true) {
			try {
				return read.get();
			}
			catch (DataAccessResourceFailureException ex) {
				if (System.nanoTime() >= deadline || TransactionSynchronizationManager.isActualTransactionActive()) {
					throw ex;
				}
				pause(ex);
			}
		}
	}

	private static void pause(RuntimeException reason) {
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw reason;
		}
	}

}
