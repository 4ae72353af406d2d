package io.coachflow.app.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Axon's JDBC engine on the table {@code event_log}, with PostgreSQL's own timestamps and
 * without snapshots: streams are short.
 */
class PostgresEventStorageEngine extends JdbcEventStorageEngine {

	PostgresEventStorageEngine(Builder builder) {
		super(builder);
	}

	@Override
	protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
		return Stream.empty();
	}

	@Override
	protected PreparedStatement createTokenAt(Connection connection, Instant dateTime) throws SQLException {
		PreparedStatement statement = connection
			.prepareStatement("SELECT min(global_index) - 1 FROM event_log WHERE occurred_at >= ?");
		statement.setObject(1, dateTime.atOffset(ZoneOffset.UTC));
		return statement;
	}

	@Override
	protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant().toString();
	}

	@Override
	protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp) throws SQLException {
		statement.setObject(position, timestamp.atOffset(ZoneOffset.UTC));
	}

}
