package io.coachflow.eventlog.postgres;

import java.sql.SQLException;
import java.util.Set;

/**
 * Classifies the failure of an append by PostgreSQL's error code (SQLSTATE).
 */
final class AppendErrors {

	private static final String READ_ONLY = "25006";

	/** Insufficient resources such as disk space, operator intervention, system error. */
	private static final Set<String> UNAVAILABLE_CLASSES = Set.of("53", "57", "58");

	/** The lock timeout passed; the server has become a standby. */
	private static final Set<String> UNAVAILABLE = Set.of("55P03", READ_ONLY);

	private AppendErrors() {
	}

	/** The connection is lost: it is not known whether the append was written. */
	static boolean isLost(AppendConnection connection, SQLException ex) {
		try {
			return connection.isClosed() || state(ex).startsWith("08") || state(ex).startsWith("57P");
		}
		catch (SQLException _) {
			return true;
		}
	}

	/** The log takes no appends for now: nothing was written. */
	static boolean isUnavailable(SQLException ex) {
		return UNAVAILABLE_CLASSES.contains(state(ex).substring(0, Math.min(2, state(ex).length())))
				|| UNAVAILABLE.contains(state(ex));
	}

	/** The server has become a standby. */
	static boolean isReadOnly(SQLException ex) {
		return READ_ONLY.equals(ex.getSQLState());
	}

	private static String state(SQLException ex) {
		return (ex.getSQLState() != null) ? ex.getSQLState() : "";
	}

}
