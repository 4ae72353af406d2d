package io.coachflow.eventlog.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a batch of appends in one statement and completes each of them. If the statement
 * fails, it writes the batch in smaller parts, so that only the appends at fault fail.
 */
final class BatchWriter {

	private static final Logger logger = LoggerFactory.getLogger(BatchWriter.class);

	private final AppendConnectionHolder connection;

	private final NotificationThrottle notifications;

	private final AppendHealth health;

	private final CommitListener commits;

	private final LostBatchRecovery recovery;

	BatchWriter(AppendConnectionHolder connection, NotificationThrottle notifications, AppendHealth health,
			CommitListener commits, LostBatchRecovery recovery) {
		this.connection = connection;
		this.notifications = notifications;
		this.health = health;
		this.commits = commits;
		this.recovery = recovery;
	}

	/**
	 * Writes the batch, and returns when every append is completed.
	 * @param batch not empty
	 */
	void write(List<PendingAppend> batch) throws InterruptedException {
		List<EventRow> rows = PendingAppend.rowsOf(batch);
		boolean notify = this.notifications.allows();
		AppendConnection used = null;
		try {
			used = this.connection.get();
			long first = used.append(rows, notify);
			this.notifications.note(notify);
			this.health.note(true);
			this.commits.committed(first, rows);
			batch.forEach(PendingAppend::succeed);
		}
		catch (SQLException ex) {
			if (used == null) {
				this.health.note(false);
				PendingAppend.failAll(batch,
						new LogUnavailableException("The log cannot be reached: nothing was written", ex));
			}
			else if (AppendErrors.isLost(used, ex)) {
				recover(batch, used, ex);
			}
			else {
				refused(batch, ex);
			}
		}
		catch (RuntimeException ex) {
			logger.error("An append ended in an unexpected way", ex);
			recover(batch, Objects.requireNonNull(used), ex);
		}
	}

	private void recover(List<PendingAppend> batch, AppendConnection lost, Exception cause)
			throws InterruptedException {
		List<PendingAppend> missing = this.recovery.recover(batch, lost.name(), cause);
		if (!missing.isEmpty()) {
			write(missing);
		}
	}

	/** The statement failed: nothing of the batch was written. */
	private void refused(List<PendingAppend> batch, SQLException ex) throws InterruptedException {
		if (AppendErrors.isUnavailable(ex)) {
			this.health.note(false);
			if (AppendErrors.isReadOnly(ex)) {
				// Another connection may reach the new primary
				this.connection.drop();
			}
			PendingAppend.failAll(batch,
					new LogUnavailableException("The log cannot take the append now: nothing was written", ex));
		}
		else if (batch.size() == 1) {
			batch.getFirst().fail(SequenceTakenException.matches(ex) ? new SequenceTakenException(ex) : ex);
		}
		else {
			int half = batch.size() / 2;
			write(batch.subList(0, half));
			write(batch.subList(half, batch.size()));
		}
	}

}
