package io.coachflow.query.feed;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.coachflow.query.audit.EventTimes;
import io.coachflow.query.feed.PublicEvents.PublicEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * An event in the JSON format of CloudEvents 1.0, with two extensions.
 *
 * @param time when it happened, always with six digits behind the seconds
 * @param aggregatesequence its place in the history of its session or package
 * @param cursor where to go on behind it
 */
@JsonPropertyOrder({ "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema",
		"aggregatesequence", "cursor", "data" })
record CloudEvent(String specversion, String id, String source, String type, String subject, String time,
		String datacontenttype, String dataschema, long aggregatesequence, String cursor, Map<String, Object> data) {

	static final String SOURCE = "urn:coachflow";

	/** Of which each schema's {@code $id} is one. */
	static final String SCHEMAS = "urn:coachflow:schema:";

	static CloudEvent of(TrackedEventMessage<?> message, PublicEvent event, long position) {
		long sequence = (message instanceof DomainEventMessage<?> it) ? it.getSequenceNumber() : 0;
		return new CloudEvent("1.0", message.getIdentifier(), SOURCE, event.type(), event.subject(),
				EventTimes.text(message.getTimestamp()), "application/json", SCHEMAS + event.type(), sequence,
				FeedCursor.at(position), event.data());
	}

}
