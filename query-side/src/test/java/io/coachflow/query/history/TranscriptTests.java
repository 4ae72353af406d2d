package io.coachflow.query.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.rest.HistoryEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TranscriptTests {

	private final JsonMapper mapper = new JsonMapper();

	private final List<HistoryEvent> events = List.of(
			event(0, "io.coachflow.session.started", "demo", "{\"guidance\": {\"message\": \"Welcome\"}}"),
			event(1, "io.coachflow.session.step-answered", "demo", """
					{"step": "vision", "answer": "# Three *restaurants*", "confidence": {"score": 0.8},
					 "guidance": {"message": "And why?"}}"""), event(2, "io.coachflow.session.expired", null, "{}"));

	@Test
	void whatHappenedIsToldInItsOrder() {
		assertThat(Transcript.of("s1", this.events, "en")).containsSubsequence("# Transcript of session s1",
				"## 0\\. The session began", "demo", "Coach:", "Welcome", "SHA-256 hash0",
				"## 1\\. Answer accepted: vision", "Score", "0.8", "Coach:", "And why?", "SHA-256 hash1",
				"## 2\\. The session expired", "SHA-256 hash2");
	}

	@Test
	void whatPeopleWroteIsText() {
		assertThat(Transcript.of("s1", this.events, "en")).contains("\n> \\# Three \\*restaurants\\*\n");
	}

	@Test
	void theDocumentSpeaksTheLanguageOfTheSession() {
		assertThat(Transcript.of("s1", this.events, "fr")).contains("Transcription de la session s1",
				"La session a commencé", "Réponse acceptée : vision", "La session a expiré");
		assertThat(Transcript.of("s1", this.events, "de")).contains("Transcript of session s1");
	}

	@Test
	void whatWasAskedForAndOfferedIsTold() {
		HistoryEvent helped = event(1, "io.coachflow.session.help-given", "demo", """
				{"kind": "proposals", "step": "vision", "asked": "We stay *small*", "message": "Take one.",
				 "questions": ["And then?"], "offers": [{"id": "1-1", "text": "In [year], we bake."}]}""");

		assertThat(Transcript.of("s1", List.of(helped), "en")).containsSubsequence("## 1\\. Help given: vision",
				"small", "Coach:", "Take one.", "Coach:", "And then?", "Offered:", "we bake");
	}

	@Test
	void whatNoVersionKnowsHasItsNameAlone() {
		HistoryEvent unknown = event(0, "io.coachflow.session.moved", null, "{}");
		HistoryEvent unreadable = new HistoryEvent(1, Instant.EPOCH, "io.coachflow.session.completed", "1", null,
				Map.of("unreadable", true), "hash1");

		assertThat(Transcript.of("s1", List.of(unknown, unreadable), "en"))
			.containsSubsequence("0\\. io.coachflow.session.moved", "1\\. The session was completed", "SHA-256 hash1");
	}

	private HistoryEvent event(long sequence, String name, @Nullable String user, String data) {
		return new HistoryEvent(sequence, Instant.EPOCH.plusSeconds(sequence), name, "1", user,
				this.mapper.readTree(data), "hash" + sequence);
	}

}
