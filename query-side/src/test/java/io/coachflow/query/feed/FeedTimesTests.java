package io.coachflow.query.feed;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.feed.PublicEvents.PublicEvent;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All times have the same format: consumers infer it from a few of them.
 */
class FeedTimesTests {

	private static final List<Instant> TIMES = Stream
		.of("2026-11-22T14:00:00Z", "2026-11-22T14:00:00.120Z", "2026-11-22T14:00:00.123456Z", "1969-12-31T23:59:00Z")
		.map(Instant::parse)
		.toList();

	private static final Pattern TIME = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"");

	private final JsonMapper json = new JsonMapper();

	@ParameterizedTest
	@FieldSource("TIMES")
	void everyTimeHasSixDigits(Instant time) {
		Guidance guidance = new Guidance(Step.VISION, "en", "scripted", "0123456789ab", "restaurant", "What?",
				List.of("This"), List.of());
		for (CoachingSessionEvent event : List.of(
				new SessionStarted("s1", "demo", new Business("Au pain", "bakery", "Dakar", null), guidance, time),
				new SessionResumed("s1", guidance, time), new SessionExpired("s1", time))) {
			for (boolean forAuditor : new boolean[] { true, false }) {
				String written = this.json.writeValueAsString(told(event, time, forAuditor));

				List<String> times = TIME.matcher(written).results().map(MatchResult::group).toList();
				assertThat(times).as(written).hasSize(2).allSatisfy((it) -> {
					assertThat(it).matches("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\"");
					assertThat(Instant.parse(it.replace("\"", ""))).isEqualTo(time);
				});
			}
		}
	}

	private static CloudEvent told(CoachingSessionEvent event, Instant time, boolean forAuditor) {
		TrackedEventMessage<?> message = new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(7),
				new GenericDomainEventMessage<>("CoachingSession", event.sessionId(), 0, event,
						MetaData.emptyInstance(), "e1", time));
		PublicEvent told = PublicEvents.of(event, forAuditor).orElseThrow();
		return CloudEvent.of(message, told, 7);
	}

}
