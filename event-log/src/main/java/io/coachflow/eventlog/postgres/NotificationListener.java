package io.coachflow.eventlog.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for notifications of other nodes' commits. While it cannot, {@link LogTail}
 * finds the commits by polling.
 */
class NotificationListener {

	private static final Logger logger = LoggerFactory.getLogger(NotificationListener.class);

	private static final int POLL_MILLIS = 500;

	private static final Duration RECONNECT = Duration.ofSeconds(1);

	private final LogConnections connections;

	private final Runnable wake;

	private final Thread thread = Thread.ofPlatform().name("event-log-listener").daemon().unstarted(this::run);

	private volatile boolean closed;

	NotificationListener(LogConnections connections, Runnable wake) {
		this.connections = connections;
		this.wake = wake;
	}

	void start() {
		this.thread.start();
	}

	void stop() throws InterruptedException {
		this.closed = true;
		this.thread.join(2L * POLL_MILLIS);
	}

	private void run() {
		while (!this.closed) {
			try (Connection connection = this.connections.open("coachflow-listener", Duration.ZERO,
					"-c statement_timeout=3000")) {
				listen(connection);
			}
			catch (SQLException ex) {
				logger.debug("The log is polled for commits of other nodes until the database is back", ex);
				pause();
			}
		}
	}

	private void listen(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("LISTEN event_log");
		}
		// There may have been commits before it listened
		this.wake.run();
		PGConnection notifications = connection.unwrap(PGConnection.class);
		while (!this.closed) {
			if (notifications.getNotifications(POLL_MILLIS).length > 0) {
				this.wake.run();
			}
		}
	}

	private static void pause() {
		try {
			Thread.sleep(RECONNECT);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
