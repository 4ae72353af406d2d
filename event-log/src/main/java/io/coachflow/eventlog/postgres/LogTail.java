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
 * them. It is woken by commits here, by notifications of other nodes, and at the latest
 * by its own clock.
 */
class LogTail implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LogTail.class);

	/** How late a commit of another node is seen when its notification gets lost. */
	private static final Duration POLL = Duration.ofSeconds(1);

	/** Under load readers get a few events at a time: each batch is a transaction. */
	private static final Duration PACE = Duration.ofMillis(35);

	private final LogReader reader;

	private final RecentEvents recent = new RecentEvents();

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

	/** Begins to follow the log, if it does not yet. */
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

	/** Runs the action whenever the log grew, on this thread. */
	void follow(Runnable action) {
		this.followers.add(action);
	}

	void leave(Runnable action) {
		this.followers.remove(action);
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
			List<TrackedEventMessage<?>> events = this.reader.after(this.newest);
			for (TrackedEventMessage<?> event : events) {
				this.recent.put(PostgresEventStorageEngine.position(event.trackingToken()), event);
			}
			if (events.isEmpty()) {
				return false;
			}
			this.newest = PostgresEventStorageEngine.position(events.getLast().trackingToken());
			this.followers.forEach(LogTail::tell);
			return true;
		}
		catch (RuntimeException ex) {
			if (!this.closed) {
				logger.warn("The event log cannot be read, readers wait: {}", ex.toString());
				Thread.sleep(POLL);
			}
			return false;
		}
	}

	/** One that fails must not keep the others asleep. */
	private static void tell(Runnable follower) {
		try {
			follower.run();
		}
		catch (RuntimeException ex) {
			logger.debug("A reader could not be told that the event log grew", ex);
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
