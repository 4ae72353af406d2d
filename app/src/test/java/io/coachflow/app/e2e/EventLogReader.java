package io.coachflow.app.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the event log as auditors do: by plain SQL.
 */
final class EventLogReader {

	private EventLogReader() {
	}

	/**
	 * How many events of sessions and packages there are. A text that an earlier request
	 * used first may still be written.
	 */
	static long count(RunningCoachflow coachflow) throws SQLException {
		try (Connection connection = coachflow.database();
				Statement statement = connection.createStatement();
				ResultSet row = statement
					.executeQuery("SELECT count(*) FROM event_log WHERE aggregate_type <> 'Guidance'")) {
			row.next();
			return row.getLong(1);
		}
	}

	/** The names of a session's events, in order; fails where a sequence is missing. */
	static List<String> names(RunningCoachflow coachflow, String sessionId) throws SQLException {
		return names(coachflow.database(), sessionId);
	}

	/** The same, over a connection that is closed afterwards. */
	static List<String> names(Connection database, String sessionId) throws SQLException {
		try (Connection connection = database;
				PreparedStatement statement = connection.prepareStatement(
						"SELECT sequence_number, event_name FROM event_log WHERE aggregate_id = ? ORDER BY sequence_number")) {
			statement.setString(1, sessionId);
			List<String> names = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					if (rows.getLong(1) != names.size()) {
						throw new AssertionError("Sequence " + names.size() + " of " + sessionId + " is missing");
					}
					names.add(rows.getString(2));
				}
			}
			return names;
		}
	}

}
