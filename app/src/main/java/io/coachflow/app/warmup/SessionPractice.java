package io.coachflow.app.warmup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.coachflow.command.session.SessionRehearsal;
import io.coachflow.command.session.SessionRehearsal.Rehearsed;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.eventlog.integrity.EventHash;
import io.coachflow.eventlog.texts.RecordedTexts;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides as for a session's requests, writes the answers, and writes, hashes and reads
 * the events: most of a step's own work. Tomcat, Axon and the stores are left out,
 * because they would count, store or send something.
 */
@Component
class SessionPractice implements Practice {

	private static final List<String> LANGUAGES = List.of("en", "fr");

	private static final MetaData METADATA = MetaData.with("user_id", "warm-up").and("language", "en");

	private final SessionRehearsal rehearsal;

	private final Serializer events;

	private final RecordedTexts texts;

	private final JsonMapper mapper;

	private final Clock clock;

	private int sessions;

	SessionPractice(SessionRehearsal rehearsal, @Qualifier("eventSerializer") Serializer events, RecordedTexts texts,
			JsonMapper mapper, Clock clock) {
		this.rehearsal = rehearsal;
		this.events = events;
		this.texts = texts;
		this.mapper = mapper;
		this.clock = clock;
	}

	@Override
	public void session() {
		this.texts.rehearse(this::practise);
	}

	private void practise() {
		Rehearsed rehearsed = this.rehearsal.rehearse(LANGUAGES.get(this.sessions++ % LANGUAGES.size()));
		rehearsed.responses().forEach(this.mapper::writeValueAsBytes);
		byte[] previous = EventHash.NONE;
		long sequence = 0;
		Instant now = this.clock.instant();
		for (CoachingSessionEvent event : rehearsed.events()) {
			SerializedObject<byte[]> payload = this.events.serialize(event, byte[].class);
			byte[] metadata = this.events.serialize(METADATA, byte[].class).getData();
			previous = EventHash.of(previous, event.sessionId(), sequence++, payload.getType().getName(),
					payload.getType().getRevision(), now, payload.getData(), metadata);
			this.events.deserialize(payload);
		}
	}

}
