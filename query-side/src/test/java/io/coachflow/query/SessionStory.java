package io.coachflow.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.coachflow.contracts.session.AnswerOrigin;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Offer;
import io.coachflow.contracts.session.Step;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The history of one session, one event per second by default. It expires two hours after
 * the last event that its owner caused.
 */
public final class SessionStory {

	public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

	public static final Duration TTL = Duration.ofHours(2);

	private final String id;

	private final String owner;

	private final List<DomainEventMessage<?>> events = new ArrayList<>();

	private Instant now;

	private SessionStory(String id, String owner, Instant now) {
		this.id = id;
		this.owner = owner;
		this.now = now;
	}

	/** A session of {@code demo}. */
	public static SessionStory started() {
		return started("demo", START);
	}

	public static SessionStory started(String owner, Instant time) {
		return started(UUID.randomUUID().toString(), owner, time);
	}

	public static SessionStory started(String id, String owner, Instant time) {
		return started(id, owner, time, new Business("Teranga Table", "restaurant", "Dakar", null), "en");
	}

	public static SessionStory started(String id, String owner, Instant time, Business business,
			@Nullable String language) {
		SessionStory story = new SessionStory(id, owner, time);
		String sector = (business.sector() != null) ? business.sector() : "general";
		return story.then(new SessionStarted(id, owner, business,
				new Guidance(Step.VISION, language, Guidance.SCRIPTED, "v", sector, "Welcome", List.of(), List.of()),
				time.plus(TTL)));
	}

	public SessionStory answers(Step step) {
		return answers(step, "Answer to " + step.id());
	}

	public SessionStory answers(Step step, String answer) {
		return then(new StepAnswered(this.id, step, answer, confidence(), guidance(), expiry()));
	}

	public SessionStory answersAll() {
		for (Step step : Step.values()) {
			answers(step);
		}
		return this;
	}

	public SessionStory isAskedBack(Step step, String answer) {
		return then(new ClarificationRequested(this.id, step, answer, confidence(), guidance(), expiry()));
	}

	/** An answer that came from an offer. */
	public SessionStory takes(AnswerOrigin origin, Step step) {
		return then(new StepAnswered(this.id, step, "Answer to " + step.id(), confidence(), guidance(), expiry())
			.from(origin, "1-1", 0.5));
	}

	/** Help with one offer, whose text is "Offered words". */
	public SessionStory isHelped(HelpKind kind, Step step) {
		return then(new HelpGiven(this.id, kind, step, "Asked words",
				List.of(new Offer(this.events.size() + "-1", "A title", "Offered words", "A reason")), "Told words",
				List.of("Which words?"), null, "en", Guidance.SCRIPTED, null, null, expiry()));
	}

	public SessionStory revises(Step step, String answer) {
		return then(new AnswerRevised(this.id, step, answer, confidence(), null));
	}

	public SessionStory completes() {
		return then(new SessionCompleted(this.id, 0.8));
	}

	public SessionStory expires() {
		return then(new SessionExpired(this.id, this.now));
	}

	public SessionStory resumes() {
		return then(new SessionResumed(this.id, guidance(), expiry()));
	}

	public SessionStory deletes() {
		return then(new SessionDeleted(this.id));
	}

	/** Time passes before the next event. */
	public SessionStory after(Duration time) {
		this.now = this.now.plus(time).minusSeconds(1);
		return this;
	}

	public String id() {
		return this.id;
	}

	public List<DomainEventMessage<?>> events() {
		return List.copyOf(this.events);
	}

	/** The events from a sequence on. */
	public List<DomainEventMessage<?>> events(int from) {
		return events().subList(from, this.events.size());
	}

	private SessionStory then(CoachingSessionEvent event) {
		this.events.add(new GenericDomainEventMessage<>("CoachingSession", this.id, this.events.size(), event,
				MetaData.from(Map.of("user_id", this.owner)), UUID.randomUUID().toString(), this.now));
		this.now = this.now.plusSeconds(1);
		return this;
	}

	private Instant expiry() {
		return this.now.plus(TTL);
	}

	private static Confidence confidence() {
		return new Confidence(0.8, 1, 1, 1, 1);
	}

	private static Guidance guidance() {
		return new Guidance(null, "en", Guidance.SCRIPTED, "v", "general", "Go on", List.of(), List.of());
	}

}
