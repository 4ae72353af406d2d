package io.coachflow.eventlog.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.coachflow.eventlog.postgres.PendingAppend.AppendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this node that writes to the log. It takes all appends that wait at a
 * moment and writes them in one statement, so that many callers share one flush.
 */
class EventAppender {

	private static final Logger logger = LoggerFactory.getLogger(EventAppender.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(4);

	/** Callers no longer wait when the node stops. */
	private static final Duration LAST_APPENDS = Duration.ofSeconds(1);

	private static final long RECONNECT_MILLIS = 100;

	/** More would delay the notifications themselves. */
	private static final long NOTIFY_NANOS = Duration.ofMillis(5).toNanos();

	private final AppendQueue waiting = new AppendQueue();

	private final AppendHealth health = new AppendHealth();

	private final LogConnections connections;

	private final Commits committed;

	private final Thread thread = Thread.ofPlatform().name("event-appender").daemon().unstarted(this::run);

	private @Nullable AppendConnection connection;

	private long lastNotified = System.nanoTime() - NOTIFY_NANOS;

	private boolean owesNotification;

	private volatile boolean closed;

	EventAppender(LogConnections connections, Commits committed) {
		this.connections = connections;
		this.committed = committed;
	}

	/** Hears of each commit, on the appender's thread. */
	interface Commits {

		/** The log grew by these events. */
		void committed(long firstIndex, long lastIndex);

		/** The log may have grown. */
		void perhapsCommitted();

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

	/** Writes what waits, and ends; a log that does not answer is not waited for. */
	void stop() throws InterruptedException {
		this.closed = true;
		this.thread.join(LAST_APPENDS);
	}

	private void run() {
		try {
			while (!this.closed || !this.waiting.isEmpty()) {
				List<PendingAppend> batch = this.waiting
					.nextBatch(this.owesNotification ? NOTIFY_NANOS : NOTIFY_NANOS * 20);
				long begun = System.nanoTime();
				if (!batch.isEmpty()) {
					write(batch);
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
			drop();
		}
	}

	private void write(List<PendingAppend> batch) throws InterruptedException {
		List<EventRow> rows = batch.stream().flatMap((append) -> append.rows().stream()).toList();
		boolean notify = System.nanoTime() - this.lastNotified >= NOTIFY_NANOS;
		AppendConnection used = null;
		try {
			used = connected();
			long first = used.append(rows, notify);
			noteNotification(notify);
			this.health.note(true);
			this.committed.committed(first, first + rows.size() - 1);
			batch.forEach(PendingAppend::succeed);
		}
		catch (SQLException ex) {
			if (used == null) {
				this.health.note(false);
				fail(batch, new LogUnavailableException("The log cannot be reached: nothing was written", ex));
			}
			else if (AppendErrors.isLost(used, ex)) {
				resolve(batch, used.name(), ex);
			}
			else {
				refused(batch, ex);
			}
		}
		catch (RuntimeException ex) {
			logger.error("An append ended in an unexpected way", ex);
			resolve(batch, Objects.requireNonNull(used).name(), ex);
		}
	}

	/** The statement failed as a whole: only the appends at fault must fail. */
	private void refused(List<PendingAppend> batch, SQLException ex) throws InterruptedException {
		if (AppendErrors.isUnavailable(ex)) {
			this.health.note(false);
			if (AppendErrors.isReadOnly(ex)) {
				// Another connection may reach the new primary
				drop();
			}
			fail(batch, new LogUnavailableException("The log cannot take the append now: nothing was written", ex));
		}
		else if (batch.size() == 1) {
			fail(batch, SequenceTakenException.isBehind(ex) ? new SequenceTakenException(ex) : ex);
		}
		else {
			int half = batch.size() / 2;
			write(batch.subList(0, half));
			write(batch.subList(half, batch.size()));
		}
	}

	/**
	 * The connection was lost with the batch in flight: looks up which appends were
	 * written before any caller is answered, and writes the others again.
	 */
	private void resolve(List<PendingAppend> batch, String lost, Exception cause) throws InterruptedException {
		logger.warn("The log's connection was lost with {} appends in flight: {}", batch.size(), cause.toString());
		drop();
		while (!this.closed && !batch.stream().allMatch(PendingAppend::isGivenUp)) {
			try {
				AppendConnection connection = connected();
				connection.fence(lost);
				Set<String> found = connection
					.find(batch.stream().flatMap((append) -> append.rows().stream()).toList());
				List<PendingAppend> missing = new ArrayList<>();
				for (PendingAppend append : batch) {
					if (found.contains(append.rows().getFirst().eventId())) {
						append.succeed();
					}
					else if (!append.isGivenUp()) {
						missing.add(append);
					}
				}
				this.committed.perhapsCommitted();
				this.owesNotification = true;
				if (!missing.isEmpty()) {
					write(missing);
				}
				else {
					this.health.note(true);
				}
				return;
			}
			catch (SQLException | RuntimeException ex) {
				logger.debug("The log is still away", ex);
				this.health.note(false);
				drop();
				Thread.sleep(RECONNECT_MILLIS);
			}
		}
		fail(batch, new LogUnavailableException(
				"The log does not answer: whether the append is written is not known yet", cause));
	}

	private void notifyIfDue() {
		if (this.owesNotification && System.nanoTime() - this.lastNotified >= NOTIFY_NANOS) {
			noteNotification(true);
			try {
				connected().notifyReaders();
			}
			catch (SQLException ex) {
				// Other nodes poll as well
				logger.debug("The other nodes could not be notified", ex);
				drop();
			}
		}
	}

	/** Nobody sends requests to a node that is not ready: it has to try by itself. */
	private void probeIfDue() {
		if (this.closed || !this.health.isProbeDue()) {
			return;
		}
		try {
			connected().probe();
			this.health.note(true);
		}
		catch (SQLException ex) {
			logger.debug("The log still takes no appends", ex);
			this.health.note(false);
			drop();
		}
	}

	private void noteNotification(boolean sent) {
		this.owesNotification = !sent;
		if (sent) {
			this.lastNotified = System.nanoTime();
		}
	}

	private AppendConnection connected() throws SQLException {
		AppendConnection current = this.connection;
		if (current == null || current.isClosed()) {
			current = open();
			this.connection = current;
		}
		return current;
	}

	private AppendConnection open() throws SQLException {
		try {
			return AppendConnection.open(this.connections);
		}
		catch (RuntimeException ex) {
			// Whatever is wrong, this thread is the only one that writes: it stays
			throw new SQLException("The log's connection cannot be opened", ex);
		}
	}

	private void drop() {
		if (this.connection != null) {
			this.connection.close();
			this.connection = null;
		}
	}

	private static void fail(List<PendingAppend> batch, Exception cause) {
		batch.forEach((append) -> append.fail(cause));
	}

}
