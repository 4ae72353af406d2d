package io.coachflow.eventlog.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Opens connections of their own for those that must not wait for the pool, with the
 * pool's address and settings.
 */
class LogConnections {

	private final HikariDataSource pool;

	LogConnections(HikariDataSource pool) {
		this.pool = pool;
	}

	/**
	 * Opens a connection.
	 * @param name what PostgreSQL lists it under
	 * @param patience how long to wait for an answer, in whole seconds; zero for ever
	 * @param options settings of the session, as in {@code -c lock_timeout=1s}
	 */
	Connection open(String name, Duration patience, String options) throws SQLException {
		Properties properties = new Properties();
		this.pool.getDataSourceProperties().forEach((key, value) -> properties.put(key, value.toString()));
		// Or else the address holds them
		if (this.pool.getUsername() != null) {
			properties.put("user", this.pool.getUsername());
		}
		if (this.pool.getPassword() != null) {
			properties.put("password", this.pool.getPassword());
		}
		properties.put("ApplicationName", name);
		properties.put("socketTimeout", Long.toString(patience.toSeconds()));
		properties.put("options", options);
		return DriverManager.getConnection(this.pool.getJdbcUrl(), properties);
	}

}
