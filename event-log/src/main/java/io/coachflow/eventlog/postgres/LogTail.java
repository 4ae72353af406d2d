package io.coachflow.eventlog.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads each new event once for all readers of this node that have caught up, and wakes
 * them. It has the events of this node from memory; notifications of other nodes make it
 * look into the database, and it also polls.
 */
class LogTail implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LogTail.class);

	/** How late it sees a commit of another node if the notification was lost. */
	private static final Duration POLL = Duration.ofSeconds(1);

	/**
	 * Under load it waits between two reads, so that readers get several events at a
	 * time: each of their batches is a transaction.
	 */
	private static final Duration PACE = Duration.ofMillis(35);

	private static final int BATCH = 500;

	private final LogReader reader;

	private final RecentEvents recent = new RecentEvents();

	private final OwnCommits ownCommits = new OwnCommits();

	private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();

	private final Thread thread = Thread.ofPlatform().name("event-log-tail").daemon().unstarted(this::run);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition commits = this.lock.newCondition();

	private boolean woken;

	private volatile boolean closed;

	/** The last index read; -1 before the first look. */
	private volatile long newest = -1;

	LogTail(LogReader reader) {
		this.reader = reader;
	}

	/** Starts to follow the log, if it has not started yet. */
	synchronized void start() {
		if (this.newest < 0) {
			this.newest = this.reader.head();
			this.thread.start();
		}
	}

	/** The last index that readers can ask for. */
	long newest() {
		return this.newest;
	}

	RecentEvents recent() {
		return this.recent;
	}

	/** Runs the action on the thread of the tail whenever the log grew. */
	void follow(Runnable action) {
		this.followers.add(action);
	}

	void leave(Runnable action) {
		this.followers.remove(action);
	}

	/** Looks at what this node committed now. */
	void committed(long firstIndex, List<EventRow> rows) {
		// Nobody reads before the start
		if (this.newest >= 0) {
			this.ownCommits.add(firstIndex, rows);
			wake();
		}
	}

	/** Looks for new events now. */
	void wake() {
		this.lock.lock();
		try {
			this.woken = true;
			this.commits.signal();
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void close() {
		this.closed = true;
		wake();
	}

	private void run() {
		try {
			while (!this.closed) {
				if (advance()) {
					Thread.sleep(PACE);
				}
				else {
					awaitCommit();
				}
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean advance() throws InterruptedException {
		try {
			List<StoredRow> own = this.ownCommits.takeAfter(this.newest, BATCH);
			List<TrackedEventMessage<?>> events = own.isEmpty() ? this.reader.after(this.newest)
					: this.reader.events(own);
			for (TrackedEventMessage<?> event : events) {
				this.recent.put(PostgresEventStorageEngine.position(event.trackingToken()), event);
			}
			if (own.isEmpty() && events.isEmpty()) {
				return false;
			}
			this.newest = own.isEmpty() ? PostgresEventStorageEngine.position(events.getLast().trackingToken())
					: own.getLast().globalIndex();
			this.followers.forEach(LogTail::wakeReader);
			return true;
		}
		// An error, too: without this thread no reader of the node would see anything
		// again
		catch (RuntimeException | Error ex) {
			if (!this.closed) {
				logger.warn("The event log cannot be read, readers wait: {}", ex.toString());
				Thread.sleep(POLL);
			}
			return false;
		}
	}

	/** If it fails, the other readers must be woken all the same. */
	private static void wakeReader(Runnable follower) {
		try {
			follower.run();
		}
		catch (RuntimeException ex) {
			logger.debug("A reader of the event log could not be woken", ex);
		}
	}

	private void awaitCommit() throws InterruptedException {
		this.lock.lock();
		try {
			if (!this.woken) {
				this.commits.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
			}
			this.woken = false;
		}
		finally {
			this.lock.unlock();
		}
	}

}
