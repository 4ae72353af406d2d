package io.coachflow.eventlog.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.coachflow.eventlog.postgres.EventRow.Key;

/**
 * Asks PostgreSQL what became of a batch whose connection was lost.
 */
final class LostBatchQuery {

	private static final String TERMINATE = """
			SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE application_name = ?""";

	private static final String FIND = """
			SELECT e.aggregate_id, e.sequence_number, e.event_id
			FROM unnest(?::text[], ?::bigint[]) AS wanted (aggregate_id, sequence_number)
			JOIN event_log e USING (aggregate_id, sequence_number)""";

	private final Connection connection;

	LostBatchQuery(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Ends the lost connection in PostgreSQL: what it has not committed it never will.
	 * @param lost the name of the lost connection
	 * @throws SQLException if it does not end within 2 s
	 */
	void terminate(String lost) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(TERMINATE)) {
			statement.setString(1, lost);
			try (ResultSet result = statement.executeQuery()) {
				while (result.next()) {
					if (!result.getBoolean(1)) {
						throw new SQLException("The lost connection " + lost + " does not end yet", "08006");
					}
				}
			}
		}
	}

	/**
	 * Finds the rows that are in the log. Another event with the key of a row does not
	 * count.
	 * @return event ids
	 */
	Set<String> findWritten(List<EventRow> rows) throws SQLException {
		Map<Key, String> known = new HashMap<>();
		RowArrays arrays = new RowArrays(this.connection, rows);
		try (PreparedStatement statement = this.connection.prepareStatement(FIND)) {
			statement.setArray(1, arrays.of("text", EventRow::aggregateId));
			statement.setArray(2, arrays.of("int8", EventRow::sequence));
			try (ResultSet result = statement.executeQuery()) {
				while (result.next()) {
					known.put(new Key(result.getString(1), result.getLong(2)), result.getString(3));
				}
			}
		}
		Set<String> written = new HashSet<>();
		rows.stream()
			.filter((row) -> row.eventId().equals(known.get(row.key())))
			.forEach((row) -> written.add(row.eventId()));
		return written;
	}

}
