package io.coachflow.eventlog.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Opens connections with the address and settings of the pool, for threads that must not
 * wait for the pool.
 */
class LogConnections {

	private final HikariDataSource pool;

	LogConnections(HikariDataSource pool) {
		this.pool = pool;
	}

	/**
	 * Opens a connection.
	 * @param name its name in PostgreSQL's list of connections
	 * @param timeout how long to wait for an answer, in whole seconds; zero for no limit
	 * @param options settings of the session, as in {@code -c lock_timeout=1s}
	 */
	Connection open(String name, Duration timeout, String options) throws SQLException {
		Properties properties = new Properties();
		this.pool.getDataSourceProperties().forEach((key, value) -> properties.put(key, value.toString()));
		// If they are absent, the address holds them
		if (this.pool.getUsername() != null) {
			properties.put("user", this.pool.getUsername());
		}
		if (this.pool.getPassword() != null) {
			properties.put("password", this.pool.getPassword());
		}
		properties.put("ApplicationName", name);
		properties.put("socketTimeout", Long.toString(timeout.toSeconds()));
		properties.put("options", options);
		return DriverManager.getConnection(this.pool.getJdbcUrl(), properties);
	}

}
