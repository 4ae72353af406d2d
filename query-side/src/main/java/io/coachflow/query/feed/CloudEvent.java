package io.coachflow.query.feed;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.coachflow.eventlog.export.EventTimes;
import io.coachflow.query.feed.PublicEvents.PublicEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * An event in the JSON format of CloudEvents 1.0, with two extensions.
 *
 * @param time when it happened, always with six fractional digits
 * @param aggregatesequence its sequence in the history of its session or package
 * @param cursor where to read on after it
 */
@Schema(example = """
		{"specversion": "1.0", "id": "0b8f1f0e-6b0a-4b57-8f0e-7a9f0d6f2c11", "source": "urn:coachflow", "type": "io.coachflow.session.completed.v1", "subject": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "time": "2026-11-22T12:00:00.123456Z", "datacontenttype": "application/json", "dataschema": "urn:coachflow:schema:io.coachflow.session.completed.v1", "aggregatesequence": 6, "cursor": "MTo3", "data": {"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", "confidence": 0.78}}""")
@JsonPropertyOrder({ "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema",
		"aggregatesequence", "cursor", "data" })
record CloudEvent(String specversion, String id, @Schema(format = "uri-reference") String source, String type,
		String subject, @Schema(format = "date-time") String time, String datacontenttype,
		@Schema(format = "uri") String dataschema, long aggregatesequence, String cursor, Map<String, Object> data) {

	static final String SOURCE = "urn:coachflow";

	/** Prefix of the {@code $id} of every schema. */
	static final String SCHEMAS = "urn:coachflow:schema:";

	static CloudEvent of(TrackedEventMessage<?> message, PublicEvent event, long position) {
		long sequence = (message instanceof DomainEventMessage<?> it) ? it.getSequenceNumber() : 0;
		return new CloudEvent("1.0", message.getIdentifier(), SOURCE, event.type(), event.subject(),
				EventTimes.text(message.getTimestamp()), "application/json", SCHEMAS + event.type(), sequence,
				FeedCursor.at(position), event.data());
	}

}
