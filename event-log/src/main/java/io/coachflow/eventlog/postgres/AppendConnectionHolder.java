package io.coachflow.eventlog.postgres;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Holds the appender's connection, and opens a new one after the old one was lost. For
 * the appender's thread alone.
 */
final class AppendConnectionHolder {

	private final LogConnections connections;

	private @Nullable AppendConnection connection;

	AppendConnectionHolder(LogConnections connections) {
		this.connections = connections;
	}

	/**
	 * The open connection.
	 * @throws SQLException if none can be opened
	 */
	AppendConnection get() throws SQLException {
		AppendConnection current = this.connection;
		if (current == null || current.isClosed()) {
			current = open();
			this.connection = current;
		}
		return current;
	}

	/** Closes the connection, so that the next one is new. */
	void drop() {
		if (this.connection != null) {
			this.connection.close();
			this.connection = null;
		}
	}

	private AppendConnection open() throws SQLException {
		try {
			return AppendConnection.open(this.connections);
		}
		catch (RuntimeException ex) {
			// An unexpected failure must not end the only thread that writes
			throw new SQLException("The log's connection cannot be opened", ex);
		}
	}

}
