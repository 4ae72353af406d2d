package io.coachflow.eventlog.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Rows as parameters of one statement: an array for each column.
 */
record RowArrays(Connection connection, List<EventRow> rows) {

	/**
	 * The values of a column.
	 * @param type PostgreSQL's name for the type of one value
	 */
	Array of(String type, Function<EventRow, @Nullable Object> column) throws SQLException {
		return this.connection.createArrayOf(type, this.rows.stream().map(column).toArray());
	}

	/** The values of a column of bytes. */
	Array ofBytes(Function<EventRow, byte[]> column) throws SQLException {
		return this.connection.createArrayOf("bytea", this.rows.stream().map(column).toArray(byte[][]::new));
	}

}
