package io.coachflow.query.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.rest.HistoryEvent;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.EventMetadata;
import io.coachflow.eventlog.integrity.StoredEvent;
import io.coachflow.eventlog.read.RawEventReader;
import io.coachflow.eventlog.texts.RecordedTexts;
import io.coachflow.query.session.SessionFold;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads histories from the log, and folds them.
 */
@Component
class Histories {

	private static final Logger logger = LoggerFactory.getLogger(Histories.class);

	private static final String SESSION = "io.coachflow.session.";

	private final RawEventReader stored;

	private final EventStore events;

	private final JsonMapper mapper;

	private final ShownTexts texts;

	Histories(RawEventReader stored, EventStore events, JsonMapper mapper, RecordedTexts texts) {
		this.stored = stored;
		this.events = events;
		this.mapper = mapper;
		this.texts = new ShownTexts(texts);
	}

	/** A point in a history, inclusive. Without sequence and time it is the end. */
	record Point(@Nullable Long sequence, @Nullable Instant time) {

		static final Point END = new Point(null, null);

		boolean includes(long eventSequence, Instant eventTime) {
			return (this.sequence == null || eventSequence <= this.sequence)
					&& (this.time == null || !eventTime.isAfter(this.time));
		}

	}

	/** A session's events up to the point; empty if there is no such session. */
	List<HistoryEvent> ofSession(String sessionId, Point point) {
		List<HistoryEvent> session = read(sessionId, (event) -> point.includes(event.sequence(), event.time()));
		// The id may be that of a package, which has the same form
		return (session.isEmpty() || session.getFirst().name().startsWith(SESSION)) ? session : List.of();
	}

	/**
	 * The events of the session's package up to a time, inclusive.
	 * @param until absent for all of them
	 */
	List<HistoryEvent> ofPackage(String sessionId, @Nullable Instant until) {
		return read(PackageIds.of(sessionId), (event) -> until == null || !event.time().isAfter(until));
	}

	/**
	 * Folds a session's events up to the point. The fold ends before an unreadable event.
	 */
	SessionFold fold(String sessionId, Point point) {
		SessionFold fold = new SessionFold();
		DomainEventStream stream = this.events.readEvents(sessionId);
		while (stream.hasNext()) {
			DomainEventMessage<?> event = stream.next();
			if (!point.includes(event.getSequenceNumber(), event.getTimestamp()) || !added(fold, event)) {
				return fold;
			}
		}
		return fold;
	}

	private static boolean added(SessionFold fold, DomainEventMessage<?> event) {
		try {
			if (event.getPayload() instanceof CoachingSessionEvent payload) {
				fold.add(payload, event.getSequenceNumber(), event.getTimestamp());
				return true;
			}
		}
		catch (RuntimeException ex) {
			logger.debug("The history of {} cannot be folded after sequence {}", event.getAggregateIdentifier(),
					event.getSequenceNumber() - 1, ex);
		}
		return false;
	}

	private List<HistoryEvent> read(String aggregateId, Predicate<StoredEvent> wanted) {
		List<HistoryEvent> read = new ArrayList<>();
		this.stored.ofSession(aggregateId, (event) -> {
			if (wanted.test(event)) {
				read.add(event(event));
			}
		});
		return read;
	}

	private HistoryEvent event(StoredEvent event) {
		String user = json(event.metadata()).path(EventMetadata.USER).asString("");
		JsonNode data = this.texts.inFull(json(event.payload()));
		return new HistoryEvent(event.sequence(), event.time(), event.name(), event.revision(),
				user.isEmpty() ? null : user, data.isMissingNode() ? Map.of("unreadable", true) : data,
				HexFormat.of().formatHex(event.hash()));
	}

	private JsonNode json(byte[] bytes) {
		try {
			return this.mapper.readTree(bytes);
		}
		catch (JacksonException _) {
			return this.mapper.missingNode();
		}
	}

}
