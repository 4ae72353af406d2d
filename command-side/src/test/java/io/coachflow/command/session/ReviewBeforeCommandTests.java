package io.coachflow.command.session;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.coachflow.command.guidance.AnswerReviewer;
import io.coachflow.command.guidance.ReviewRequest;
import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Step;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A model is asked only if the session would accept the answer.
 */
class ReviewBeforeCommandTests extends SessionFixture {

	private static final Review GIVEN = new Review(Step.MISSION, 1, "tiny-1", "step.v1-00", 0.5, null, null, "Next?",
			List.of());

	private static final Requester KEYED = ownerWith("key-1", "hash-1");

	private final List<ReviewRequest> asked = new ArrayList<>();

	private final StoredSessions sessions = new StoredSessions();

	@BeforeEach
	void aSessionAtTheSecondStep() {
		this.sessions.append(ID, CoachingSession.TYPE, 0, started(LIVE));
		this.sessions.log()
			.publish(List.of(new GenericDomainEventMessage<>(CoachingSession.TYPE, ID, 1,
					answered(Step.VISION, text(Step.VISION), LIVE),
					Map.of("user_id", "ada", "idempotency_key", "key-1", "request_hash", "hash-1"))));
	}

	@Test
	void anAnswerThatWouldBeAcceptedIsReviewed() {
		SubmitAnswer command = new SubmitAnswer(ID, new Requester("ada", "fr", null, Set.of(1L)), "0.90 Bread",
				Step.MISSION);

		assertThat(reviewed(command, NOW)).isEqualTo(command.with(GIVEN));
		assertThat(this.asked).containsExactly(new ReviewRequest(ID, 1, Step.MISSION, "0.90 Bread",
				Map.of(Step.VISION, text(Step.VISION)), BUSINESS, "fr"));
	}

	@Test
	void refusedAndRepeatedRequestsAreNotReviewed() {
		unreviewed(new SubmitAnswer(ID, STRANGER, "0.90 Bread", null, null), NOW);
		unreviewed(new SubmitAnswer("2f1f1f5e-0000-4000-8000-000000000000", OWNER, "0.90 Bread", null, null), NOW);
		unreviewed(new SubmitAnswer(ID, OWNER, "0.90 Bread", Step.OFFRE, null), NOW);
		unreviewed(new SubmitAnswer(ID, ownerOf(0L), "0.90 Bread", null), NOW);
		unreviewed(new SubmitAnswer(ID, KEYED, text(Step.VISION), null, null), NOW);
		unreviewed(new SubmitAnswer(ID, ownerWith("key-1", "other"), "0.90 Bread", null, null), NOW);
		unreviewed(new SubmitAnswer(ID, OWNER, "0.90 Bread", null, null), LIVE);
		this.sessions.delete(ID);
		unreviewed(new SubmitAnswer(ID, OWNER, "0.90 Bread", null, null), NOW);
	}

	@Test
	void withoutAReviewerTheLogIsNotRead() {
		SubmitAnswer command = answer("0.90 Bread");
		ReviewBeforeCommand review = new ReviewBeforeCommand(
				new StaticListableBeanFactory().getBeanProvider(AnswerReviewer.class), null,
				new SessionDecider(COACH, TTL, 0), Clock.systemUTC());

		assertThat(review.on(command)).isSameAs(command);
	}

	private void unreviewed(SubmitAnswer command, Instant now) {
		assertThat(reviewed(command, now)).isSameAs(command);
		assertThat(this.asked).isEmpty();
	}

	private SubmitAnswer reviewed(SubmitAnswer command, Instant now) {
		AnswerReviewer reviewer = (request) -> {
			Optional<ReviewRequest> found = request.get();
			found.ifPresent(this.asked::add);
			return found.map((_) -> GIVEN);
		};
		return new ReviewBeforeCommand(
				new StaticListableBeanFactory(Map.of("reviewer", reviewer)).getBeanProvider(AnswerReviewer.class),
				this.sessions.log(), new SessionDecider(COACH, TTL, 0), Clock.fixed(now, ZoneOffset.UTC))
			.on(command);
	}

}
