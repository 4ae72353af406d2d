package io.coachflow.eventlog.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.coachflow.eventlog.postgres.PendingAppend.AppendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this node that writes to the log. It takes all waiting appends and
 * writes them in one statement, so that many callers share one flush.
 */
class EventAppender {

	private static final Logger logger = LoggerFactory.getLogger(EventAppender.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(4);

	/** Short, because no caller waits any more when the node stops. */
	private static final Duration LAST_APPENDS = Duration.ofSeconds(1);

	private final AppendQueue waiting = new AppendQueue(new BusyCores());

	private final AppendHealth health = new AppendHealth();

	private final NotificationThrottle notifications = new NotificationThrottle();

	private final AppendConnectionHolder connection;

	private final BatchWriter writer;

	private final Thread thread = Thread.ofPlatform().name("event-appender").daemon().unstarted(this::run);

	private volatile boolean closed;

	EventAppender(LogConnections connections, CommitListener commits) {
		this.connection = new AppendConnectionHolder(connections);
		LostBatchRecovery recovery = new LostBatchRecovery(this.connection, this.notifications, this.health, commits,
				() -> this.closed);
		this.writer = new BatchWriter(this.connection, this.notifications, this.health, commits, recovery);
	}

	void start() {
		this.thread.start();
	}

	/** How many appends wait. */
	int backlog() {
		return this.waiting.size();
	}

	/**
	 * Whether the log takes appends, as far as is known. After a failure it is probed
	 * every second, even without appends.
	 */
	boolean takesAppends() {
		return this.health.takesAppends();
	}

	/**
	 * Appends the rows, all or none, and waits until they are durable.
	 * @throws AppendFailedException if the log refuses them; nothing was written
	 * @throws LogUnavailableException as {@link PendingAppend#await(Duration)} does, or
	 * at once if too many wait
	 */
	void append(List<EventRow> rows) throws AppendFailedException {
		PendingAppend append = new PendingAppend(rows);
		if (this.closed || !this.waiting.offer(append)) {
			throw new LogUnavailableException("Too many appends wait: nothing was written", null);
		}
		append.await(TIMEOUT);
	}

	/**
	 * Writes what waits and ends the thread. It does not wait for a log that does not
	 * answer.
	 */
	void stop() throws InterruptedException {
		this.closed = true;
		this.thread.join(LAST_APPENDS);
	}

	private void run() {
		try {
			while (!this.closed || !this.waiting.isEmpty()) {
				List<PendingAppend> batch = this.waiting.nextBatch(this.notifications.waitNanos());
				long begun = System.nanoTime();
				if (!batch.isEmpty()) {
					this.writer.write(batch);
				}
				notifyIfDue();
				probeIfDue();
				this.waiting.linger(batch.size(), System.nanoTime() - begun, () -> this.closed);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.connection.drop();
		}
	}

	private void notifyIfDue() {
		if (!this.notifications.isDue()) {
			return;
		}
		this.notifications.note(true);
		try {
			this.connection.get().notifyReaders();
		}
		catch (SQLException ex) {
			// Other nodes poll as well
			logger.debug("The other nodes could not be notified", ex);
			this.connection.drop();
		}
	}

	/** A node that is not ready gets no requests: it has to try by itself. */
	private void probeIfDue() {
		if (this.closed || !this.health.isProbeDue()) {
			return;
		}
		try {
			this.connection.get().probe();
			this.health.note(true);
		}
		catch (SQLException ex) {
			logger.debug("The log still takes no appends", ex);
			this.health.note(false);
			this.connection.drop();
		}
	}

}
