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
	 * A lost connection fails at once, and the pool may have twenty of them; one that
	 * hangs takes longer, and the caller needs an answer in time.
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

	/** The next events after a position, at most some hundreds; none only at the end. */
	List<TrackedEventMessage<?>> after(long position) {
		long from = position;
		while (true) {
			List<StoredRow> rows = rowsAfter(from, BATCH);
			List<TrackedEventMessage<?>> events = EventUtils
				.upcastAndDeserializeTrackedEvents(rows.stream(), this.serializer, this.upcasters)
				.toList();
			if (rows.isEmpty() || !events.isEmpty()) {
				return events;
			}
			// An upcaster left none of them
			from = rows.getLast().globalIndex();
		}
	}

	List<StoredRow> rowsAfter(long position, int limit) {
		return again(
				() -> this.jdbc.query(
						"SELECT " + StoredRow.COLUMNS
								+ " FROM event_log WHERE global_index > ? ORDER BY global_index LIMIT " + limit,
						StoredRow::of, position));
	}

	List<StoredRow> rowsOf(String aggregateId, long firstSequence, int limit) {
		return again(() -> this.jdbc.query("SELECT " + StoredRow.COLUMNS
				+ " FROM event_log WHERE aggregate_id = ? AND sequence_number >= ? ORDER BY sequence_number LIMIT "
				+ limit, StoredRow::of, aggregateId, firstSequence));
	}

	/** The hash of one event. */
	Optional<byte[]> hashOf(String aggregateId, long sequence) {
		return again(() -> this.jdbc.queryForList(
				"SELECT hash FROM event_log WHERE aggregate_id = ? AND sequence_number = ?", byte[].class, aggregateId,
				sequence))
			.stream()
			.findFirst();
	}

	Optional<Long> lastSequenceOf(String aggregateId) {
		return again(() -> Optional.ofNullable(this.jdbc.queryForObject(
				"SELECT max(sequence_number) FROM event_log WHERE aggregate_id = ?", Long.class, aggregateId)));
	}

	/** The last index ever assigned: missing rows up to it were removed. */
	long head() {
		return again(() -> {
			Long head = this.jdbc.queryForObject("SELECT last_index FROM event_log_head", Long.class);
			return (head != null) ? head : 0;
		});
	}

	/** The position after which every event has that time or a later one. */
	OptionalLong before(Instant time) {
		return again(() -> {
			Long index = this.jdbc.queryForObject("SELECT min(global_index) - 1 FROM event_log WHERE occurred_at >= ?",
					Long.class, time.atOffset(ZoneOffset.UTC));
			return (index != null) ? OptionalLong.of(index) : OptionalLong.empty();
		});
	}

	/**
	 * Reads, and again where the connection was lost: another may be fine. Within a
	 * transaction there is no other.
	 */
	private static <T> T again(Supplier<T> read) {
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
