package io.coachflow.query.session;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.contracts.rest.Steps;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.BusinessDescribed;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.view.View;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner reads it: the fold of its events.
 *
 * @param sequence the sequence of the last event in the fold
 * @param expiresAt the latest expiry; also until when a cache may keep the view
 */
record SessionView(String sessionId, String owner, Business business, Guidance guidance, Map<Step, String> answers,
		Map<Step, Double> confidence, boolean expired, boolean deleted, long sequence, Instant startedAt,
		Instant updatedAt, Instant expiresAt, @Nullable Instant completedAt) implements View {

	/**
	 * The view after one more event.
	 * @param view the view before; absent before the first event
	 * @throws IllegalStateException if the first event is not a start
	 */
	static SessionView after(@Nullable SessionView view, CoachingSessionEvent event, long sequence, Instant time) {
		if (event instanceof SessionStarted it) {
			return new SessionView(it.sessionId(), it.userId(), it.business(), it.guidance(), Map.of(), Map.of(), false,
					false, sequence, time, time, it.expiresAt(), null);
		}
		if (view == null) {
			throw new IllegalStateException(
					"The history of " + event.sessionId() + " begins with " + event.getClass().getSimpleName());
		}
		return view.after(event, sequence, time);
	}

	private SessionView after(CoachingSessionEvent event, long sequence, Instant time) {
		return switch (event) {
			case SessionStarted _ -> this;
			case StepAnswered it -> with(it.guidance(), plus(this.answers, it.step(), it.answer()),
					plus(this.confidence, it.step(), it.confidence().score()), false, false, sequence, time,
					it.expiresAt(), null);
			case ClarificationRequested it ->
				with(it.guidance(), this.answers, this.confidence, false, false, sequence, time, it.expiresAt(), null);
			case AnswerRevised it -> with(this.guidance, plus(this.answers, it.step(), it.answer()),
					plus(this.confidence, it.step(), it.confidence().score()), this.expired, this.deleted, sequence,
					time, (it.expiresAt() != null) ? it.expiresAt() : this.expiresAt, this.completedAt);
			case BusinessDescribed it ->
				with(it.guidance(), this.answers, this.confidence, this.expired, this.deleted, sequence, time,
						(it.expiresAt() != null) ? it.expiresAt() : this.expiresAt, this.completedAt)
					.of(it.business());
			case HelpGiven it -> with(this.guidance, this.answers, this.confidence, this.expired, this.deleted,
					sequence, time, (it.expiresAt() != null) ? it.expiresAt() : this.expiresAt, this.completedAt);
			case SessionCompleted _ ->
				with(this.guidance, this.answers, this.confidence, false, false, sequence, time, this.expiresAt, time);
			case SessionExpired _ ->
				with(this.guidance, this.answers, this.confidence, true, false, sequence, time, this.expiresAt, null);
			case SessionResumed it ->
				with(it.guidance(), this.answers, this.confidence, false, false, sequence, time, it.expiresAt(), null);
			case SessionDeleted _ -> with(this.guidance, this.answers, this.confidence, this.expired, true, sequence,
					time, this.expiresAt, this.completedAt);
		};
	}

	/** The status at a time: a session may be expired before that is recorded. */
	SessionStatus statusAt(Instant now) {
		if (this.completedAt != null) {
			return SessionStatus.COMPLETED;
		}
		return (this.expired || !now.isBefore(this.expiresAt)) ? SessionStatus.EXPIRED
				: SessionStatus.ofAnswers(this.answers.size());
	}

	/** The view as a REST client sees it at a time. */
	SessionResponse response(Instant now) {
		return new SessionResponse(this.sessionId, statusAt(now), Steps.current(currentStep()), this.guidance.message(),
				this.guidance.examples(), this.guidance.questions(), Steps.progress(this.answers.keySet()),
				Steps.byName(this.answers), Steps.byName(this.confidence), this.business, this.sequence, this.startedAt,
				this.updatedAt, (this.completedAt != null) ? null : this.expiresAt, this.completedAt);
	}

	/** The view as a line in its owner's list, at a time. */
	SessionSummary summary(Instant now) {
		return new SessionSummary(this.sessionId, statusAt(now), Steps.current(currentStep()),
				Steps.progress(this.answers.keySet()), this.business, this.sequence, this.startedAt, this.updatedAt,
				(this.completedAt != null) ? null : this.expiresAt);
	}

	/** The step to answer next; absent once all are answered. */
	@JsonIgnore
	@Nullable Step currentStep() {
		return (this.answers.size() < Step.values().length) ? Step.values()[this.answers.size()] : null;
	}

	private SessionView with(Guidance guidance, Map<Step, String> answers, Map<Step, Double> confidence,
			boolean expired, boolean deleted, long sequence, Instant updatedAt, Instant expiresAt,
			@Nullable Instant completedAt) {
		return new SessionView(this.sessionId, this.owner, this.business, guidance, answers, confidence, expired,
				deleted, sequence, this.startedAt, updatedAt, expiresAt, completedAt);
	}

	private SessionView of(Business business) {
		return new SessionView(this.sessionId, this.owner, business, this.guidance, this.answers, this.confidence,
				this.expired, this.deleted, this.sequence, this.startedAt, this.updatedAt, this.expiresAt,
				this.completedAt);
	}

	private static <T> Map<Step, T> plus(Map<Step, T> values, Step step, T value) {
		Map<Step, T> next = new EnumMap<>(Step.class);
		next.putAll(values);
		next.put(step, value);
		return Collections.unmodifiableMap(next);
	}

}
