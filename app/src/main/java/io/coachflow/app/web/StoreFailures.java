package io.coachflow.app.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

import io.coachflow.eventlog.axonserver.AxonServerFailures;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Distinguishes a store that cannot be reached from a fault of the service.
 */
public final class StoreFailures {

	/**
	 * What a client reads whose change may have been stored before the store was lost.
	 */
	public static final String OUTCOME_UNKNOWN = "The event store cannot be reached. Whether the request took effect is unknown: repeat it with the same Idempotency-Key.";

	/**
	 * SQLSTATE classes: connection lost, out of resources (disk, memory, connections),
	 * stopped or cancelled by an operator.
	 */
	private static final List<String> UNAVAILABLE = List.of("08", "53", "57");

	private StoreFailures() {
	}

	/** Whether the failure comes from a store that cannot be reached. */
	static boolean isUnavailable(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLTransientConnectionException || cause instanceof CannotCreateTransactionException
					|| cause instanceof DataAccessResourceFailureException || AxonServerFailures.isUnavailable(cause)
					|| (cause instanceof SQLException sql && hasUnavailableState(sql))) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasUnavailableState(SQLException failure) {
		String state = failure.getSQLState();
		return state != null && UNAVAILABLE.stream().anyMatch(state::startsWith);
	}

}
