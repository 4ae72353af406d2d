package io.coachflow.command.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.coachflow.contracts.session.AnswerOrigin;
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
import io.coachflow.contracts.session.HelpKind;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The state machine of a session, implemented a second time from the contract. It reads
 * events and shares no code with the decider.
 */
final class StateMachine {

	private static final List<String> STEPS = List.of("vision", "mission", "clientele", "differentiation", "offre");

	private final Duration timeToLive;

	private String phase = "none";

	private long sequence = -1;

	private @Nullable Instant expiresAt;

	private final List<String> answers = new ArrayList<>();

	private int questions;

	private @Nullable String lastSent;

	private Business business = Business.UNKNOWN;

	private final Map<String, List<String>> asked = new HashMap<>();

	private final Map<String, AnswerOrigin> offers = new HashMap<>();

	StateMachine(Duration timeToLive) {
		this.timeToLive = timeToLive;
	}

	/**
	 * {@code none}, {@code live}, {@code expired}, {@code completed} or {@code deleted}.
	 */
	String phase() {
		return this.phase;
	}

	/** The accepted answers, in the order of the steps. */
	List<String> answers() {
		return this.answers;
	}

	/** What is known of the business. */
	Business business() {
		return this.business;
	}

	/** The step to answer next. */
	String step() {
		return (this.answers.size() < STEPS.size()) ? STEPS.get(this.answers.size()) : "completed";
	}

	long sequence() {
		return this.sequence;
	}

	@Nullable Instant expiresAt() {
		return this.expiresAt;
	}

	/** The events of one command; fails if the contract does not allow them. */
	void happened(List<Recorded> events) {
		events.forEach(this::happened);
		assertThat(this.phase).as("the fifth answer completes the session at once").isNotEqualTo("all answered");
	}

	private void happened(Recorded recorded) {
		this.sequence++;
		assertThat(recorded.sequence()).as("no gap and no repetition").isEqualTo(this.sequence);
		Instant now = recorded.at();
		switch (recorded.event()) {
			case SessionStarted it -> {
				from("none");
				this.business = it.business();
				live(it.expiresAt(), now);
			}
			case StepAnswered it -> {
				alive(now);
				assertThat(it.step().id()).as("the steps in their order").isEqualTo(step());
				assertThat(this.questions == 2 || !it.answer().equals(this.lastSent)).as("not the same text again")
					.isTrue();
				if (it.offeredId() != null) {
					assertThat(it.origin()).as("where the answer came from")
						.isEqualTo(this.offers.getOrDefault(it.offeredId(), AnswerOrigin.CHOICE));
					assertThat(it.kept()).isBetween(0.0, 1.0);
				}
				this.answers.add(it.answer());
				this.questions = 0;
				this.lastSent = it.answer();
				live(it.expiresAt(), now);
				this.phase = (this.answers.size() == STEPS.size()) ? "all answered" : "live";
			}
			case ClarificationRequested it -> {
				alive(now);
				assertThat(it.step().id()).as("a question about the current step").isEqualTo(step());
				assertThat(++this.questions).as("at most two questions at a step").isLessThanOrEqualTo(2);
				assertThat(
						it.confidence().score() < SessionStory.MINIMUM_CONFIDENCE || it.answer().equals(this.lastSent))
					.as("a question for a reason")
					.isTrue();
				this.lastSent = it.answer();
				live(it.expiresAt(), now);
			}
			case AnswerRevised it -> {
				from("live", "completed");
				int step = STEPS.indexOf(it.step().id());
				assertThat(step).as("an answer that was given").isLessThan(this.answers.size());
				assertThat(it.answer()).as("another answer").isNotEqualTo(this.answers.get(step));
				this.answers.set(step, it.answer());
				corrected(it.expiresAt(), now);
			}
			case BusinessDescribed it -> {
				from("live", "completed");
				assertThat(it.business()).as("another business").isNotEqualTo(this.business);
				this.business = it.business();
				corrected(it.expiresAt(), now);
			}
			case HelpGiven it -> {
				from("live", "completed");
				assertThat(STEPS.indexOf(it.step().id())).as("no help with a later step")
					.isLessThanOrEqualTo(this.answers.size());
				String about = it.kind() + " " + it.step();
				assertThat(it.kind() == HelpKind.QUESTIONS && it.questions().equals(this.asked.get(about)))
					.as("the same questions twice in a row")
					.isFalse();
				this.asked.put(about, it.questions());
				for (int i = 0; i < it.offers().size(); i++) {
					assertThat(it.offers().get(i).id()).isEqualTo(this.sequence + "-" + (i + 1));
					this.offers.put(it.offers().get(i).id(), it.kind().origin());
				}
				corrected(it.expiresAt(), now);
			}
			case SessionCompleted _ -> {
				from("all answered");
				this.phase = "completed";
				this.expiresAt = null;
			}
			case SessionExpired it -> {
				from("live");
				assertThat(now).as("an expiry that is due").isAfterOrEqualTo(this.expiresAt);
				assertThat(it.expiredAt()).isEqualTo(this.expiresAt);
				this.phase = "expired";
			}
			case SessionResumed it -> {
				from("expired");
				live(it.expiresAt(), now);
			}
			case SessionDeleted _ -> {
				from("live", "expired", "completed");
				this.phase = "deleted";
			}
		}
	}

	/** A correction neither ends a session nor brings one back. */
	private void corrected(@Nullable Instant until, Instant now) {
		if (this.phase.equals("completed")) {
			assertThat(until).as("a completed session does not expire").isNull();
		}
		else {
			alive(now);
			live(Objects.requireNonNull(until), now);
		}
	}

	private void from(String... phases) {
		assertThat(this.phase).isIn((Object[]) phases);
	}

	private void alive(Instant now) {
		from("live");
		assertThat(now).as("nothing happens to a session whose time is up").isBefore(this.expiresAt);
	}

	private void live(Instant until, Instant now) {
		this.phase = "live";
		this.expiresAt = until;
		assertThat(until).isEqualTo(now.plus(this.timeToLive));
	}

	/** An event in the log. */
	record Recorded(long sequence, Instant at, CoachingSessionEvent event) {
	}

}
