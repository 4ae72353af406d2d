package io.coachflow.eventlog.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of a batch whose connection was lost, before any caller is
 * answered. It tries until the log answers or nobody waits any more.
 */
final class LostBatchRecovery {

	private static final Logger logger = LoggerFactory.getLogger(LostBatchRecovery.class);

	private static final long RECONNECT_MILLIS = 100;

	private final AppendConnectionHolder connection;

	private final NotificationThrottle notifications;

	private final AppendHealth health;

	private final CommitListener commits;

	private final BooleanSupplier closed;

	LostBatchRecovery(AppendConnectionHolder connection, NotificationThrottle notifications, AppendHealth health,
			CommitListener commits, BooleanSupplier closed) {
		this.connection = connection;
		this.notifications = notifications;
		this.health = health;
		this.commits = commits;
		this.closed = closed;
	}

	/**
	 * Completes the appends that were written; fails all if the log does not answer.
	 * @param lost the name of the lost connection
	 * @return the appends that were not written, and whose callers still wait
	 */
	List<PendingAppend> recover(List<PendingAppend> batch, String lost, Exception cause) throws InterruptedException {
		logger.warn("The log's connection was lost with {} appends in flight: {}", batch.size(), cause.toString());
		this.connection.drop();
		while (!this.closed.getAsBoolean() && !batch.stream().allMatch(PendingAppend::isGivenUp)) {
			try {
				List<PendingAppend> missing = completeWritten(batch, lost);
				this.commits.perhapsCommitted();
				this.notifications.note(false);
				if (missing.isEmpty()) {
					this.health.note(true);
				}
				return missing;
			}
			catch (SQLException | RuntimeException ex) {
				logger.debug("The log is still away", ex);
				this.health.note(false);
				this.connection.drop();
				Thread.sleep(RECONNECT_MILLIS);
			}
		}
		PendingAppend.failAll(batch, new LogUnavailableException(
				"The log does not answer: whether the append is written is not known yet", cause));
		return List.of();
	}

	private List<PendingAppend> completeWritten(List<PendingAppend> batch, String lost) throws SQLException {
		LostBatchQuery query = this.connection.get().lostBatchQuery();
		query.terminate(lost);
		Set<String> written = query.findWritten(PendingAppend.rowsOf(batch));
		List<PendingAppend> missing = new ArrayList<>();
		for (PendingAppend append : batch) {
			if (written.contains(append.rows().getFirst().eventId())) {
				append.succeed();
			}
			else if (!append.isGivenUp()) {
				missing.add(append);
			}
		}
		return missing;
	}

}
