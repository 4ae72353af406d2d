package io.coachflow.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.coachflow.contracts.rest.DeadLetterView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code dead_letter}, which Axon writes. Payloads, which hold what people
 * wrote, are not read here.
 */
@Component
class DeadLetterTable {

	private static final String FIRST_OF_EACH_SEQUENCE = """
			SELECT d.dead_letter_id, d.processing_group, d.sequence_id, d.event_name, d.revision, d.aggregate_id,
			       d.sequence_number, d.occurred_at, d.enqueued_at, d.last_touched, d.cause_type, d.cause_message,
			       (SELECT count(*) FROM dead_letter o
			        WHERE o.processing_group = d.processing_group AND o.sequence_id = d.sequence_id) AS letters
			FROM dead_letter d
			WHERE NOT EXISTS (SELECT 1 FROM dead_letter o
			                  WHERE o.processing_group = d.processing_group AND o.sequence_id = d.sequence_id
			                    AND o.sequence_index < d.sequence_index)""";

	private final JdbcClient jdbc;

	DeadLetterTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The dead letters of one session or package.
	 *
	 * @param view of the first letter
	 * @param group the processing group
	 * @param sequence the id of the session or package
	 */
	record Parked(DeadLetterView view, String group, String sequence) {
	}

	/**
	 * The first letter of each sequence, page by page.
	 * @param after the last id of the previous page; empty for the first page
	 */
	List<Parked> page(@Nullable String group, String after, int limit) {
		return this.jdbc
			.sql(FIRST_OF_EACH_SEQUENCE
					+ " AND (:group::text IS NULL OR d.processing_group = :group) AND d.dead_letter_id > :after"
					+ " ORDER BY d.dead_letter_id LIMIT :limit")
			.param("group", group)
			.param("after", after)
			.param("limit", limit)
			.query((row, _) -> parked(row))
			.list();
	}

	/** The sequence that the letter is in. */
	Optional<Parked> sequenceOf(String letter) {
		return this.jdbc.sql(FIRST_OF_EACH_SEQUENCE + """
				AND (d.processing_group, d.sequence_id) =
				    (SELECT processing_group, sequence_id FROM dead_letter WHERE dead_letter_id = ?)""")
			.param(letter)
			.query((row, _) -> parked(row))
			.optional();
	}

	/** How many letters of the sequence wait. */
	long count(Parked parked) {
		return this.jdbc.sql("SELECT count(*) FROM dead_letter WHERE processing_group = ? AND sequence_id = ?")
			.params(parked.group(), parked.sequence())
			.query(Long.class)
			.single();
	}

	/** How many letters of the group wait. */
	long count(String group) {
		return this.jdbc.sql("SELECT count(*) FROM dead_letter WHERE processing_group = ?")
			.param(group)
			.query(Long.class)
			.single();
	}

	/** Whether letters of that session or package wait. */
	boolean holds(String group, String aggregateId) {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT 1 FROM dead_letter WHERE processing_group = ? AND aggregate_id = ?)")
			.params(group, aggregateId)
			.query(Boolean.class)
			.single();
	}

	/** Deletes the sequence, and returns how many letters it had. */
	long discard(Parked parked) {
		return this.jdbc.sql("DELETE FROM dead_letter WHERE processing_group = ? AND sequence_id = ?")
			.params(parked.group(), parked.sequence())
			.update();
	}

	/** Deletes all letters of the group. */
	void clear(String group) {
		this.jdbc.sql("DELETE FROM dead_letter WHERE processing_group = ?").param(group).update();
	}

	private static Parked parked(ResultSet row) throws SQLException {
		String touched = row.getString("last_touched");
		Number sequence = (Number) row.getObject("sequence_number");
		return new Parked(
				new DeadLetterView(row.getString("dead_letter_id"), row.getString("processing_group"),
						row.getString("aggregate_id"), (sequence != null) ? sequence.longValue() : null,
						row.getString("event_name"), row.getString("revision"), row.getLong("letters"),
						Instant.parse(row.getString("occurred_at")), Instant.parse(row.getString("enqueued_at")),
						(touched != null) ? Instant.parse(touched) : null, row.getString("cause_message")),
				row.getString("processing_group"), row.getString("sequence_id"));
	}

}
