package io.coachflow.eventlog.postgres;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Another event of the session has this sequence: another command was faster.
 */
class SequenceTakenException extends Exception {

	private static final String UNIQUE_VIOLATION = "23505";

	private static final String SESSION_KEY = "event_log_aggregate_id_sequence_number_key";

	SequenceTakenException(@Nullable SQLException cause) {
		super("The sequence is taken", cause);
	}

	/**
	 * Whether the failure is a taken sequence. A violation of another key is another
	 * failure.
	 */
	static boolean matches(SQLException failure) {
		ServerErrorMessage detail = (failure instanceof PSQLException known) ? known.getServerErrorMessage() : null;
		return UNIQUE_VIOLATION.equals(failure.getSQLState()) && detail != null
				&& SESSION_KEY.equals(detail.getConstraint());
	}

}
