package io.coachflow.eventlog;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.coachflow.contracts.session.AnswerOrigin;
import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.Business;
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
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Fact;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.GuidanceRecorded;
import io.coachflow.contracts.session.GuidanceTexts;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Offer;
import io.coachflow.contracts.session.Step;
import io.coachflow.eventlog.texts.RecordedTexts;
import io.coachflow.eventlog.texts.TestTexts;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The stored form of every event, frozen in files. A failure here means that history
 * could not be read any more: write a new revision and an upcaster, and never replace a
 * file.
 */
class EventSerializerTests {

	private static final String ID = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	private static final Instant EXPIRY = Instant.parse("2026-11-22T14:00:00.123Z");

	private static final Guidance GUIDANCE = new Guidance(Step.MISSION, "fr", "scripted", "0123456789ab", "restaurant",
			"Décrivez votre mission.", List.of("Exemple 1", "Exemple 2", "Exemple 3"), List.of("Pour qui ?"));

	private static final Confidence CONFIDENCE = new Confidence(0.82, 1, 0.75, 0.67, 0.9);

	private final EventSerializer serializer = new EventSerializer(TestTexts.none());

	static Stream<CoachingSessionEvent> everyEvent() {
		return Stream.of(
				new SessionStarted(ID, "demo", new Business("Chez Aïssatou", "restaurant", null, "Sénégal"), GUIDANCE,
						EXPIRY),
				new StepAnswered(ID, Step.VISION, "Trois tables 🍲 à Dakar", CONFIDENCE, GUIDANCE, EXPIRY),
				new ClarificationRequested(ID, Step.MISSION, "Bien.", CONFIDENCE, GUIDANCE, EXPIRY), revised(EXPIRY),
				described(EXPIRY), proposed(), new SessionCompleted(ID, 0.71), new SessionExpired(ID, EXPIRY),
				new SessionResumed(ID, GUIDANCE, EXPIRY), new SessionDeleted(ID));
	}

	static Stream<CoachingSessionEvent> onceCompleted() {
		return Stream.of(revised(null), described(null),
				new HelpGiven(ID, HelpKind.QUESTIONS, Step.VISION, null,
						List.of(new Offer("7-1", null, "Dans cinq ans, nous …", null)), "Prenez la plus facile.",
						List.of("Quand ?", "Où ?"), null, "fr", "scripted", null, null, null));
	}

	private static CoachingSessionEvent proposed() {
		return new HelpGiven(
				ID, HelpKind.PROPOSALS, Step.MISSION, "Plutôt le midi 🍲", List.of(new Offer("3-1",
						"Proposition : le midi", "Chaque midi, nous servons [combien] repas.", "À compléter.")),
				null, List.of(), null, "fr", "scripted", null, null, EXPIRY);
	}

	private static CoachingSessionEvent revised(@Nullable Instant expiresAt) {
		return new AnswerRevised(ID, Step.VISION, "Quatre tables 🍲 à Dakar", CONFIDENCE, expiresAt);
	}

	private static CoachingSessionEvent described(@Nullable Instant expiresAt) {
		return new BusinessDescribed(ID, new Business("Chez Aïssatou", "restaurant", null, "Sénégal"),
				List.of(Fact.BUSINESS_NAME, Fact.CITY), GUIDANCE, expiresAt);
	}

	@ParameterizedTest
	@MethodSource("onceCompleted")
	void theStoredFormOfLaterCorrectionsNeverChanges(CoachingSessionEvent event) throws IOException {
		FrozenForm.assertUnchanged(event, ".once-completed");
	}

	@ParameterizedTest
	@MethodSource("everyEvent")
	void theStoredFormOfAnEventNeverChanges(CoachingSessionEvent event) throws IOException {
		FrozenForm.assertUnchanged(event, "");
	}

	static Stream<CoachingSessionEvent> whatAModelSaid() {
		Review advice = new Review(Step.VISION, 0, "tiny-1", "step.v1-3fa2c1d0", 0.3, null, null, null, List.of());
		Guidance guidance = GUIDANCE.inWordsOf(advice, "Trois tables, donc. Pour qui cuisinez-vous ?",
				List.of("Qui vient à midi ?"));
		return Stream.of(
				new StepAnswered(ID, Step.VISION, "Trois tables 🍲 à Dakar", CONFIDENCE.judged(0.3, 0.5), guidance,
						EXPIRY, "Vous ouvrez trois tables à Dakar."),
				new ClarificationRequested(ID, Step.MISSION, "Bien.", CONFIDENCE.judged(0.9, 0), guidance, EXPIRY,
						"Vous faites bien."),
				new HelpGiven(ID, HelpKind.REFORMULATION, Step.MISSION, "on cuisine 300 repas par jour et puis voilà",
						List.of(new Offer("3-1", null, "Nous cuisinons 300 repas par jour.", null)), null,
						List.of("Dites pour qui."), true, "fr", "model", "tiny-1", "reformulation.v1-3fa2c1d0",
						EXPIRY));
	}

	@Test
	void theStoredFormOfAnAnswerThatCameFromAnOfferNeverChanges() throws IOException {
		FrozenForm
			.assertUnchanged(new StepAnswered(ID, Step.VISION, "Trois tables 🍲 à Dakar", CONFIDENCE, GUIDANCE, EXPIRY)
				.from(AnswerOrigin.PROPOSAL, "3-1", 0.75), ".from-a-proposal");
	}

	@ParameterizedTest
	@MethodSource("whatAModelSaid")
	void theStoredFormOfAModelsWordsNeverChanges(CoachingSessionEvent event) throws IOException {
		FrozenForm.assertUnchanged(event, ".by-a-model");
	}

	static Stream<CoachingSessionEvent> everyEventWithGuidance() {
		return everyEvent().filter((event) -> event instanceof SessionStarted || event instanceof StepAnswered
				|| event instanceof ClarificationRequested || event instanceof SessionResumed
				|| event instanceof BusinessDescribed);
	}

	@ParameterizedTest
	@MethodSource("everyEventWithGuidance")
	void theStoredFormWithADigestNeverChanges(CoachingSessionEvent event) throws IOException {
		FrozenForm.assertUnchanged(event, ".by-digest",
				new EventSerializer(TestTexts.recorded(GuidanceTexts.of(GUIDANCE))));
	}

	@Test
	void theStoredFormOfTextsNeverChanges() throws IOException {
		FrozenForm.assertUnchanged(new GuidanceRecorded(GuidanceTexts.of(GUIDANCE)), "");
	}

	@Test
	void aModelsWordsStayInTheEvent() {
		StepAnswered said = (StepAnswered) whatAModelSaid().findFirst().orElseThrow();
		RecordedTexts all = TestTexts.recorded(GuidanceTexts.of(said.guidance()));

		assertThat(new EventSerializer(all).serialize(said, String.class).getData())
			.contains("\"message\":\"Trois tables, donc. Pour qui cuisinez-vous ?\"")
			.doesNotContain("digest");
	}

	@Test
	void textsThatTheLogLacksAreNamed() {
		EventSerializer elsewhere = new EventSerializer(TestTexts.recorded(GuidanceTexts.of(GUIDANCE)));
		SerializedObject<byte[]> stored = elsewhere.serialize(new SessionResumed(ID, GUIDANCE, EXPIRY), byte[].class);

		assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> deserialize(stored))
			.withStackTraceContaining(GuidanceTexts.of(GUIDANCE).digest());
	}

	@Test
	void guidanceWithNeitherTextsNorDigestIsRefused() {
		assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> read("io.coachflow.session.resumed",
				"2", "{\"session_id\": \"" + ID + "\", \"guidance\": {\"language\": \"fr\"}}"));
	}

	@Test
	void everyEventOfASessionIsFrozen() {
		assertThat(everyEvent().map(Object::getClass))
			.containsExactlyInAnyOrderElementsOf(Arrays.asList(CoachingSessionEvent.class.getPermittedSubclasses()));
	}

	@Test
	void aNewerWritersFieldsAreIgnored() {
		SessionDeleted read = read("io.coachflow.session.deleted", "1",
				"{\"session_id\": \"" + ID + "\", \"reason\": {\"by\": \"a later version\"}}");

		assertThat(read).isEqualTo(new SessionDeleted(ID));
	}

	@Test
	void aRowThatNamesAClassIsNeverLoaded() {
		Object read = read("org.springframework.context.support.ClassPathXmlApplicationContext", null,
				"[\"http://127.0.0.1/evil.xml\"]");

		assertThat(read).isInstanceOf(UnknownSerializedType.class);
		assertThat(this.<Object>read(SessionDeleted.class.getName(), "1", "{}"))
			.isInstanceOf(UnknownSerializedType.class);
	}

	@Test
	void anUnknownRevisionIsNotMistakenForAKnownOne() {
		assertThat(this.<Object>read("io.coachflow.session.deleted", "2", "{}"))
			.isInstanceOf(UnknownSerializedType.class);
	}

	@Test
	void metadataComesBackAsWritten() {
		MetaData metadata = MetaData.with("user_id", "demo").and("language", "fr");

		SerializedObject<byte[]> written = this.serializer.serialize(metadata, byte[].class);

		assertThat(this.<byte[], MetaData>deserialize(written)).isEqualTo(metadata);
	}

	private <T> T read(String name, String revision, String json) {
		return deserialize(new SimpleSerializedObject<>(json, String.class, name, revision));
	}

	private <S, T> T deserialize(SerializedObject<S> stored) {
		return this.serializer.deserialize(stored);
	}

}
