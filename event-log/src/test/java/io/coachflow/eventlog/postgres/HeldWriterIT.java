package io.coachflow.eventlog.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.coachflow.eventlog.postgres.HeldWriter.Seen;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reason for an engine of our own: a transaction that ends late.
 */
class HeldWriterIT {

	private final LogFixture log = LogFixture.create();

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void everyReaderSeesEveryEvent() throws Exception {
		Seen seen = new HeldWriter(this.log, this.log.node().store, this.log.node().store, "event_log").play();

		assertThat(seen.byStream()).containsExactlyInAnyOrderElementsOf(seen.acknowledged())
			.isEqualTo(this.log.eventIds());
		assertThat(seen.byPosition()).isEqualTo(this.log.eventIds());
	}

	/** The counter-example: readers never see an event that was acknowledged. */
	@Test
	void axonsOwnEngineSkipsIt() throws Exception {
		this.log.jdbc.sql("""
				CREATE TABLE axon_log (
				    global_index bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, aggregate_id text NOT NULL,
				    sequence_number bigint NOT NULL, event_id text NOT NULL UNIQUE, aggregate_type text,
				    event_name text NOT NULL, revision text, payload bytea NOT NULL, metadata bytea NOT NULL,
				    occurred_at timestamptz NOT NULL, UNIQUE (aggregate_id, sequence_number))""").update();
		this.log.putGateBefore("axon_log");
		EmbeddedEventStore slow = axonsOwn();
		EmbeddedEventStore other = axonsOwn();

		Seen seen = new HeldWriter(this.log, slow, other, "axon_log").play();

		slow.shutDown();
		other.shutDown();
		assertThat(this.log.jdbc.sql("SELECT event_id FROM axon_log").query(String.class).list())
			.containsExactlyInAnyOrderElementsOf(seen.acknowledged());
		String skipped = seen.acknowledged().getFirst();
		assertThat(seen.byStream()).hasSize(2).doesNotContain(skipped);
		assertThat(seen.byPosition()).hasSize(2).doesNotContain(skipped);
	}

	private EmbeddedEventStore axonsOwn() {
		Serializer serializer = Jackson3Serializer.builder().build();
		EventSchema schema = EventSchema.builder()
			.eventTable("axon_log")
			.globalIndexColumn("global_index")
			.aggregateIdentifierColumn("aggregate_id")
			.sequenceNumberColumn("sequence_number")
			.eventIdentifierColumn("event_id")
			.typeColumn("aggregate_type")
			.payloadTypeColumn("event_name")
			.payloadRevisionColumn("revision")
			.payloadColumn("payload")
			.metaDataColumn("metadata")
			.timestampColumn("occurred_at")
			.build();
		return EmbeddedEventStore.builder()
			.storageEngine(new AxonsEngine(JdbcEventStorageEngine.builder()
				.eventSerializer(serializer)
				.snapshotSerializer(serializer)
				.connectionProvider(new DataSourceConnectionProvider(this.log.pool()))
				.transactionManager(NoTransactionManager.INSTANCE)
				.schema(schema)
				.gapTimeout((int) HeldWriter.GAP_TIMEOUT.toMillis())))
			.build();
	}

	/** Uses the timestamps of PostgreSQL, as this service once did. */
	private static final class AxonsEngine extends JdbcEventStorageEngine {

		AxonsEngine(Builder builder) {
			super(builder);
		}

		@Override
		protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
			return row.getObject(column, OffsetDateTime.class).toInstant().toString();
		}

		@Override
		protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp)
				throws SQLException {
			statement.setObject(position, timestamp.atOffset(ZoneOffset.UTC));
		}

	}

}
