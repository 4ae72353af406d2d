package io.coachflow.benchmarks.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.coachflow.benchmarks.load.Ledger;

/** Where a system keeps its steps, to be compared with what its callers were told. */
public interface StepStore {

	/** The service's own log. */
	StepStore COACHFLOW = new StepStore() {

		@Override
		public long head(Connection connection) throws SQLException {
			return new EventLog(connection).head();
		}

		@Override
		public List<String> violations(Connection connection, long after, Ledger ledger) throws SQLException {
			return LogCheck.violations(connection, after, ledger);
		}

	};

	/** The position of the newest entry, 0 without any. */
	long head(Connection connection) throws SQLException;

	/**
	 * Checks the steps of a run; its system must stand still.
	 * @param after the position of the last entry before the run
	 * @param ledger what the run's callers were told
	 * @return what is wrong, in sentences; empty if nothing is
	 */
	List<String> violations(Connection connection, long after, Ledger ledger) throws SQLException;

}
