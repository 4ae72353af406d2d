package io.coachflow.query.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentStarted;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.session.AnswerOrigin;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.SessionStory;
import io.coachflow.query.feed.PublicEvents.PublicEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PublicEventsTests {

	private static final String SECRET = "A secret \uD83D\uDE80";

	private final SessionStory story = SessionStory
		.started(UUID.randomUUID().toString(), "amina", SessionStory.START,
				new Business(SECRET, "restaurant", "Dakar", null), "fr")
		.isAskedBack(Step.VISION, SECRET)
		.answers(Step.VISION, SECRET)
		.expires()
		.resumes()
		.deletes();

	@Test
	void everyEventOfASessionHasItsTypeAndSubject() {
		assertThat(told(false)).extracting(PublicEvent::type)
			.containsExactly("io.coachflow.session.started.v1", "io.coachflow.session.clarification-requested.v1",
					"io.coachflow.session.step-answered.v1", "io.coachflow.session.expired.v1",
					"io.coachflow.session.resumed.v1", "io.coachflow.session.deleted.v1")
			.allMatch(PublicEvents.TYPES::contains);
		assertThat(told(false)).allSatisfy((it) -> {
			assertThat(it.subject()).isEqualTo(this.story.id());
			assertThat(it.data()).containsEntry("session_id", this.story.id());
		});
	}

	@Test
	void consumersSeeNobodysWordsAndNobodysName() {
		assertThat(told(false)).allSatisfy((it) -> assertThat(new JsonMapper().writeValueAsString(it.data()))
			.doesNotContain("secret", "amina", "Dakar", "Welcome"));
	}

	@Test
	void auditorsSeeThemAll() {
		List<PublicEvent> told = told(true);

		assertThat(told.get(0).data()).containsEntry("user_id", "amina")
			.containsEntry("business", new Business(SECRET, "restaurant", "Dakar", null));
		assertThat(told.get(1).data()).containsEntry("answer", SECRET);
		assertThat(told.get(2).data()).containsEntry("answer", SECRET).doesNotContainKey("reformulation");
	}

	@Test
	void consumersSeeLengthsStepsAndSectors() {
		assertThat(told(false).get(2).data()).containsEntry("step", Step.VISION)
			.containsEntry("answer_length", 10)
			.containsEntry("sector", "general")
			.containsEntry("language", "en")
			.containsEntry("guidance_source", "scripted");
		assertThat(told(false).get(0).data()).containsEntry("sector", "restaurant")
			.containsEntry("language", "fr")
			.containsEntry("expires_at", "2026-11-22T14:00:00.000000Z");
	}

	@Test
	void ofHelpConsumersSeeKindsAndCountsAndAuditorsTheWords() {
		List<?> helped = SessionStory.started()
			.isHelped(HelpKind.PROPOSALS, Step.VISION)
			.takes(AnswerOrigin.PROPOSAL, Step.VISION)
			.events()
			.stream()
			.map(DomainEventMessage::getPayload)
			.toList();

		PublicEvent help = PublicEvents.of(helped.get(1), false).orElseThrow();
		assertThat(help.type()).isEqualTo("io.coachflow.session.help-given.v1");
		assertThat(help.data()).containsEntry("kind", HelpKind.PROPOSALS)
			.containsEntry("step", Step.VISION)
			.containsEntry("asked_length", 11)
			.containsEntry("offers", 1)
			.containsEntry("questions", 1)
			.containsEntry("source", "scripted");
		assertThat(new JsonMapper().writeValueAsString(help.data())).doesNotContain("words");
		assertThat(new JsonMapper().writeValueAsString(PublicEvents.of(helped.get(1), true).orElseThrow().data()))
			.contains("Asked words", "Offered words", "Told words", "Which words?");
		assertThat(PublicEvents.of(helped.get(2), false).orElseThrow().data())
			.containsEntry("origin", AnswerOrigin.PROPOSAL)
			.containsEntry("offered_id", "1-1")
			.containsEntry("kept", 0.5);
	}

	@Test
	void anAnswerFromNoOfferIsTheUsersOwn() {
		assertThat(told(false).get(2).data()).containsEntry("origin", AnswerOrigin.OWN)
			.doesNotContainKeys("offered_id", "kept");
	}

	@Test
	void whatOnlyTheServiceNeedsToKnowHasNoForm() {
		assertThat(PublicEvents.of(new AgentStarted(PackageIds.of("s1"), "s1", Agent.LOGO, 1, 1), true)).isEmpty();
		assertThat(PublicEvents.of("something else", true)).isEmpty();
	}

	@Test
	void anEventThatCannotBeToldKeepsNobodyFromTheNext() {
		StepAnswered answered = (StepAnswered) this.story.events().get(2).getPayload();
		StepAnswered broken = new StepAnswered(answered.sessionId(), answered.step(), nothing(), answered.confidence(),
				answered.guidance(), Instant.EPOCH);

		assertThat(PublicEvents.ofMessage(GenericEventMessage.asEventMessage(broken), 7, false)).isEmpty();
		assertThat(PublicEvents.ofMessage(GenericEventMessage.asEventMessage(answered), 7, false)).isPresent();
	}

	/** A missing text, as in a row that no version writes. */
	@SuppressWarnings("NullAway")
	private static String nothing() {
		return new JsonMapper().readValue("null", String.class);
	}

	private List<PublicEvent> told(boolean forAuditor) {
		return this.story.events()
			.stream()
			.map(DomainEventMessage::getPayload)
			.flatMap((it) -> PublicEvents.of(it, forAuditor).stream())
			.toList();
	}

}
