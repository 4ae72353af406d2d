package io.coachflow.query.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.contracts.session.Guidance;
import io.coachflow.eventlog.export.EventTimes;
import org.jspecify.annotations.Nullable;

/**
 * The data of an event's public form.
 */
final class PublicData {

	private final Map<String, Object> fields = new LinkedHashMap<>();

	PublicData(String sessionId) {
		this.fields.put("session_id", sessionId);
	}

	PublicData put(String name, @Nullable Object value) {
		if (value != null) {
			this.fields.put(name, (value instanceof Instant time) ? EventTimes.text(time) : value);
		}
		return this;
	}

	PublicData guidance(Guidance guidance) {
		return put("language", guidance.language()).put("sector", guidance.sector())
			.put("guidance_source", guidance.source());
	}

	/** By name, in the order of the form. */
	Map<String, Object> fields() {
		return this.fields;
	}

}
