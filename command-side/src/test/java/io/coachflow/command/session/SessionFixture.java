package io.coachflow.command.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.coachflow.command.guidance.Coach;
import io.coachflow.command.memory.StaleStateCheck;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Outcome.Refused;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Coaching sessions at a fixed time and with a predictable coach, and factories for
 * commands and events. Tests extend it to use them; the lock that they inherit keeps the
 * clock, which Axon's fixtures set for the whole JVM, from a class that runs beside them.
 */
@ResourceLock("org.axonframework.eventhandling.GenericEventMessage.clock")
abstract class SessionFixture {

	static final String ID = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	static final Duration TTL = Duration.ofHours(2);

	/** When a session expires that is active now. */
	static final Instant RENEWED = NOW.plus(TTL);

	/** The expiry of a session that is only just live. */
	static final Instant LIVE = NOW.plusMillis(1);

	/** The expiry of a session that is only just overdue. */
	static final Instant OVERDUE = NOW;

	static final Requester OWNER = new Requester("ada", "en", null);

	static final Requester FRENCH_OWNER = new Requester("ada", "fr", null);

	static final Requester STRANGER = new Requester("bob", "en", null);

	static final Business BUSINESS = new Business("Teranga Table", "restaurant", "Dakar", "Senegal");

	static final Coach COACH = new FixedCoach();

	/** The answers' scores, in the order of the steps; their mean is 0.74. */
	static final List<Double> SCORES = List.of(0.6, 0.7, 0.8, 0.9, 0.71);

	static final double MEAN = 0.74;

	/** Sessions now, after these events or event messages. */
	static TestExecutor<CoachingSession> given(Object... events) {
		return givenMinimumConfidence(0, events);
	}

	static TestExecutor<CoachingSession> givenMinimumConfidence(double minimum, Object... events) {
		return givenTime(NOW, minimum, events);
	}

	static TestExecutor<CoachingSession> givenTime(Instant now, double minimum, Object... events) {
		List<Object> happened = new ArrayList<>();
		Arrays.stream(events)
			.forEach((event) -> happened.addAll((event instanceof List<?> several) ? several : List.of(event)));
		AggregateTestFixture<CoachingSession> sessions = new AggregateTestFixture<>(CoachingSession.class);
		return sessions
			.registerInjectableResources(new SessionDecider(COACH, TTL, minimum), Clock.fixed(now, ZoneOffset.UTC),
					new StaleStateCheck(sessions.getEventStore()))
			.givenCurrentTime(now)
			.andGiven(happened);
	}

	/** What a session of the fixture is told to be. */
	static Reply told(SessionStatus status, @Nullable Step step, Guidance guidance, Map<Step, String> answers,
			Map<Step, Double> confidence, double score, boolean complete, long sequence, @Nullable Instant expiresAt,
			@Nullable Instant completedAt) {
		return new Reply(ID, status, step, guidance, answers, confidence, score, complete, sequence, expiresAt,
				completedAt, BUSINESS, NOW, NOW);
	}

	static Requester ownerWith(String key, String hash) {
		return new Requester("ada", "en", new Idempotency(key, hash));
	}

	/** The owner, who accepts only these sequences. */
	static Requester ownerOf(Long... sequences) {
		return new Requester("ada", "en", null, Set.of(sequences));
	}

	static SubmitAnswer answer(String text) {
		return new SubmitAnswer(ID, OWNER, text, null, null);
	}

	static SessionStarted started(Instant expiresAt) {
		return new SessionStarted(ID, "ada", BUSINESS, COACH.guide(Step.VISION, "restaurant", "en"), expiresAt);
	}

	static StepAnswered answered(Step step, String text, Instant expiresAt) {
		return new StepAnswered(ID, step, text, COACH.assess(step, text, List.of()),
				step.next()
					.map((next) -> COACH.guide(next, "restaurant", "en"))
					.orElseGet(() -> COACH.close("restaurant", "en")),
				expiresAt);
	}

	/** A session that waits for the answer to the step. */
	static List<CoachingSessionEvent> at(Step step, Instant expiresAt) {
		List<CoachingSessionEvent> happened = new ArrayList<>(List.of(started(expiresAt)));
		Arrays.stream(Step.values())
			.limit(step.ordinal())
			.forEach((earlier) -> happened.add(answered(earlier, text(earlier), expiresAt)));
		return happened;
	}

	static List<CoachingSessionEvent> completed() {
		List<CoachingSessionEvent> happened = at(Step.OFFRE, LIVE);
		happened.add(answered(Step.OFFRE, text(Step.OFFRE), LIVE));
		happened.add(new SessionCompleted(ID, MEAN));
		return happened;
	}

	static SessionExpired expired() {
		return new SessionExpired(ID, OVERDUE);
	}

	static SessionResumed resumed(Step step, String language) {
		return new SessionResumed(ID, COACH.guide(step, "restaurant", language), RENEWED);
	}

	static SessionDeleted deleted() {
		return new SessionDeleted(ID);
	}

	static String text(Step step) {
		return String.format("%.2f what we say of %s", SCORES.get(step.ordinal()), step.id());
	}

	static Map<Step, String> allTexts() {
		return Arrays.stream(Step.values()).collect(Collectors.toMap(Function.identity(), SessionFixture::text));
	}

	static Map<Step, Double> allScores() {
		return Arrays.stream(Step.values())
			.collect(Collectors.toMap(Function.identity(), (step) -> SCORES.get(step.ordinal())));
	}

	/** The event with the requester's metadata. */
	static EventMessage<?> by(Requester requester, CoachingSessionEvent event) {
		MetaData metadata = MetaData.with("user_id", requester.userId()).and("language", requester.language());
		Idempotency idempotency = requester.idempotency();
		return new GenericEventMessage<>(event, (idempotency == null) ? metadata : metadata
			.mergedWith(Map.of("idempotency_key", idempotency.key(), "request_hash", idempotency.requestHash())));
	}

	/** The event without a requester. */
	static EventMessage<?> byItself(CoachingSessionEvent event) {
		return new GenericEventMessage<>(event, MetaData.emptyInstance());
	}

	/** A refusal with that code and any message. */
	static Matcher<?> refused(ErrorCode code) {
		return matching("a refusal with " + code, (actual) -> actual instanceof Refused refused
				&& refused.code() == code && !refused.message().isBlank());
	}

	static Matcher<?> matching(String what, Predicate<Object> condition) {
		return new BaseMatcher<Object>() {

			@Override
			public boolean matches(Object actual) {
				return condition.test(actual);
			}

			@Override
			public void describeTo(Description description) {
				description.appendText(what);
			}

		};
	}

}
