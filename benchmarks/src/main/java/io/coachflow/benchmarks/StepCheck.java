package io.coachflow.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

import io.coachflow.benchmarks.eventlog.StepStore;
import io.coachflow.benchmarks.load.Ledger;
import io.coachflow.benchmarks.servers.Postgres;

/** Compares the steps in one database with what callers were told. */
final class StepCheck {

	private final Postgres postgres;

	private final String database;

	private final StepStore store;

	private final Findings findings;

	StepCheck(Postgres postgres, String database, StepStore store, Findings findings) {
		this.postgres = postgres;
		this.database = database;
		this.store = store;
		this.findings = findings;
	}

	/** The position of the newest entry. */
	long head() throws SQLException {
		try (Connection connection = this.postgres.connect(this.database)) {
			return this.store.head(connection);
		}
	}

	/** Notes what is wrong behind a position. */
	void check(String what, long after, Ledger ledger) throws SQLException {
		try (Connection connection = this.postgres.connect(this.database)) {
			this.findings.checked(what, ledger.acknowledged().size(), this.store.violations(connection, after, ledger));
		}
	}

}
