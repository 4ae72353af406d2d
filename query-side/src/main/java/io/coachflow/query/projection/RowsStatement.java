package io.coachflow.query.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A statement that writes many rows at once. Each of its parameters is a column of these
 * rows, as an array for {@code unnest}.
 *
 * @param <R> what becomes a row
 */
public final class RowsStatement<R> {

	private final JdbcOperations jdbc;

	private final String sql;

	private final List<Column<R>> columns;

	/**
	 * Creates the statement.
	 * @param sql with as many parameters as there are columns, in their order
	 */
	public RowsStatement(JdbcOperations jdbc, String sql, List<Column<R>> columns) {
		this.jdbc = jdbc;
		this.sql = sql;
		this.columns = List.copyOf(columns);
	}

	/**
	 * A column.
	 *
	 * @param type of PostgreSQL, such as {@code timestamptz}
	 * @param value the row's; {@code toString} of it must be what PostgreSQL reads
	 */
	public record Column<R>(String type, Function<R, @Nullable Object> value) {
	}

	/** Writes the rows, of which no two may have the same key. */
	public void write(Collection<R> rows) {
		if (!rows.isEmpty()) {
			this.jdbc.execute(this.sql, (PreparedStatement statement) -> execute(statement, List.copyOf(rows)));
		}
	}

	private int execute(PreparedStatement statement, List<R> rows) throws SQLException {
		// A plan that is kept would be that of a table with few rows
		statement.unwrap(PGStatement.class).setPrepareThreshold(0);
		for (int i = 0; i < this.columns.size(); i++) {
			Column<R> column = this.columns.get(i);
			@Nullable Object[] values = new @Nullable Object[rows.size()];
			for (int row = 0; row < values.length; row++) {
				values[row] = column.value().apply(rows.get(row));
			}
			statement.setArray(i + 1, statement.getConnection().createArrayOf(column.type(), values));
		}
		return statement.executeUpdate();
	}

}
