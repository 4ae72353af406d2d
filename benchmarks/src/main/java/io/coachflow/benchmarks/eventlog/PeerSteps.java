package io.coachflow.benchmarks.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.benchmarks.eventlog.EventLog.Logged;
import io.coachflow.benchmarks.load.Ledger;

/**
 * The steps of a system that is not ours.
 *
 * @param head a query for the newest position, 0 without any
 * @param steps a query for session, name of the step and sequence, of all positions above
 * its parameter
 */
public record PeerSteps(String head, String steps) implements StepStore {

	@Override
	public long head(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(this.head)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	@Override
	public List<String> violations(Connection connection, long after, Ledger ledger) throws SQLException {
		List<Logged> stored = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(this.steps)) {
			statement.setLong(1, after);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					stored.add(new Logged(rows.getString(1), rows.getString(2), rows.getLong(3)));
				}
			}
		}
		return LogCheck.compare(ledger, stored);
	}

}
