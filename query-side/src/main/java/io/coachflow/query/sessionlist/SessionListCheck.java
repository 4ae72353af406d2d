package io.coachflow.query.sessionlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.query.selfaudit.ReadModelCheck;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SessionListCheck implements ReadModelCheck {

	private final JdbcClient jdbc;

	private final KnownSessions sessions;

	private final EventStore events;

	SessionListCheck(JdbcClient jdbc, KnownSessions sessions, EventStore events) {
		this.jdbc = jdbc;
		this.sessions = sessions;
		this.events = events;
	}

	private record Row(String phase, int answered, long sequence) {
	}

	@Override
	public String readModel() {
		return SessionListConfiguration.READ_MODEL;
	}

	@Override
	public List<String> differences(DomainEventMessage<?> event) {
		if (!(event.getPayload() instanceof CoachingSessionEvent payload)) {
			return List.of();
		}
		Optional<Row> row = this.jdbc
			.sql("SELECT phase, answered, sequence FROM " + this.sessions.table() + " WHERE session_id = ?")
			.param(payload.sessionId())
			.query((it, _) -> new Row(it.getString(1), it.getInt(2), it.getLong(3)))
			.optional();
		if (row.isEmpty() || row.get().sequence() < event.getSequenceNumber()) {
			return List.of("missing");
		}
		SessionChange folded = fold(payload.sessionId());
		List<String> fields = new ArrayList<>();
		if (folded != null && folded.sequence() == row.get().sequence()) {
			if (!row.get().phase().equals(folded.phase())) {
				fields.add("phase");
			}
			if (!Objects.equals(folded.answered(), row.get().answered())) {
				fields.add("answered");
			}
		}
		return fields;
	}

	private @Nullable SessionChange fold(String sessionId) {
		DomainEventStream stream = this.events.readEvents(sessionId);
		SessionChange all = null;
		while (stream.hasNext()) {
			DomainEventMessage<?> event = stream.next();
			if (!(event.getPayload() instanceof CoachingSessionEvent payload)) {
				return null;
			}
			SessionChange one = SessionChange.of(payload, event.getSequenceNumber(), event.getTimestamp());
			all = (all != null) ? all.then(one) : one;
		}
		return all;
	}

}
