package io.coachflow.eventlog.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.coachflow.eventlog.integrity.SealedMetadata;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * An event as read from the log, byte for byte, with its position. Its hash is part of
 * the metadata.
 */
record StoredRow(long globalIndex, EventRow row) implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

	static final String COLUMNS = "global_index, aggregate_id, sequence_number, event_id, aggregate_type, event_name, "
			+ "revision, payload, metadata, occurred_at, hash";

	static StoredRow of(ResultSet row, int number) throws SQLException {
		return new StoredRow(row.getLong(1),
				new EventRow(row.getString(2), row.getLong(3), row.getString(4), row.getString(5), row.getString(6),
						row.getString(7), row.getBytes(8), row.getBytes(9),
						row.getObject(10, OffsetDateTime.class).toInstant(), row.getBytes(11)));
	}

	@Override
	public TrackingToken trackingToken() {
		return new GlobalSequenceTrackingToken(this.globalIndex);
	}

	@Override
	public String getEventIdentifier() {
		return this.row.eventId();
	}

	@Override
	public Instant getTimestamp() {
		return this.row.time();
	}

	@Override
	public SerializedObject<byte[]> getMetaData() {
		return new SerializedMetaData<>(SealedMetadata.seal(this.row.metadata(), this.row.hash()), byte[].class);
	}

	@Override
	public SerializedObject<byte[]> getPayload() {
		return new SimpleSerializedObject<>(this.row.payload(), byte[].class, this.row.name(), this.row.revision());
	}

	/** The hash does not cover the type, and a history is readable without it. */
	@Override
	public String getType() {
		return (this.row.aggregateType() != null) ? this.row.aggregateType() : "";
	}

	@Override
	public String getAggregateIdentifier() {
		return this.row.aggregateId();
	}

	@Override
	public long getSequenceNumber() {
		return this.row.sequence();
	}

}
