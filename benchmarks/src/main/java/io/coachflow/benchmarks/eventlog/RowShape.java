package io.coachflow.benchmarks.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The columns and indexes of the service's log, and one real row of a step.
 *
 * @param columns name and type of each, in order
 * @param indexes the definition of each
 * @param row a value for each column
 */
record RowShape(Map<String, String> columns, List<String> indexes, Map<String, Object> row) {

	static RowShape read(Connection connection) throws SQLException {
		Map<String, String> columns = new LinkedHashMap<>();
		List<String> indexes = new ArrayList<>();
		Map<String, Object> row = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement()) {
			try (ResultSet rows = statement.executeQuery(
					"""
							SELECT attname, format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
							FROM pg_attribute WHERE attrelid = 'event_log'::regclass AND attnum > 0 AND NOT attisdropped
							ORDER BY attnum""")) {
				while (rows.next()) {
					columns.put(rows.getString(1), rows.getString(2));
				}
			}
			try (ResultSet rows = statement.executeQuery(
					"SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'event_log'")) {
				while (rows.next()) {
					indexes.add(rows.getString(1));
				}
			}
		}
		try (PreparedStatement statement = connection
			.prepareStatement("SELECT * FROM event_log WHERE event_name = ? ORDER BY global_index DESC LIMIT 1")) {
			statement.setString(1, EventLog.STEP_ANSWERED);
			try (ResultSet rows = statement.executeQuery()) {
				rows.next();
				for (String column : columns.keySet()) {
					row.put(column, rows.getObject(column));
				}
			}
		}
		return new RowShape(columns, indexes, row);
	}

	/** Creates a table of this shape in another database. */
	void create(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("DROP TABLE IF EXISTS event_log");
			statement.execute(this.columns.entrySet()
				.stream()
				.map((column) -> column.getKey() + " " + column.getValue())
				.collect(Collectors.joining(", ", "CREATE TABLE event_log (", ")")));
			for (String index : this.indexes) {
				statement.execute(index);
			}
		}
	}

	String insert() {
		return "INSERT INTO event_log (" + String.join(", ", this.columns.keySet()) + ") VALUES ("
				+ String.join(", ", this.columns.keySet().stream().map((_) -> "?").toList()) + ")";
	}

}
