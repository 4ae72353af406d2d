package io.coachflow.command.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.rest.CompletionResponse;
import io.coachflow.contracts.rest.FollowUp;
import io.coachflow.contracts.rest.PackageSummary;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Offer;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotentReplyTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Reply REPLY = new Reply("a-session", SessionStatus.COMPLETED, null,
			new Guidance(null, "fr", Guidance.SCRIPTED, "0123456789ab", "general", "C’est fait.", List.of(), List.of()),
			Map.of(Step.VISION, "Trois tables"), Map.of(Step.VISION, 0.8), 0.8, true, 6, null,
			Instant.parse("2026-11-22T12:00:00.123Z"), new Business("Chez Aïssatou", null, "Dakar", null),
			Instant.parse("2026-11-22T11:00:00.123Z"), Instant.parse("2026-11-22T12:00:00.123Z"));

	private static final FollowUp FOLLOW_UP = new FollowUp(
			new Brief("fr", "Chez Aïssatou", "v", "m", "c", "d", "o", "general", null, 0.75, 0.8, List.of("sector")),
			new PackageSummary(PackageStatus.RUNNING, Map.of("logo", AgentState.RUNNING), "/package", "/stream"));

	@Test
	void everythingComesBackAsItWasTold() {
		IdempotentReply told = new IdempotentReply(REPLY, FOLLOW_UP);

		assertThat(IdempotentReply.read(told.write(JSON), JSON)).isEqualTo(told);
	}

	@Test
	void helpComesBackAsItWasTold() {
		HelpGiven help = new HelpGiven("a-session", HelpKind.REFORMULATION, Step.VISION, "trois tables à dakar",
				List.of(new Offer("7-1", null, "Trois tables à Dakar.", null)), null, List.of("Ajoutez une année."),
				true, "fr", "model", "tiny-1", "reformulation.v1-00", Instant.parse("2026-11-22T14:00:00.123Z"));
		IdempotentReply told = new IdempotentReply(REPLY.with(help), null);

		assertThat(IdempotentReply.read(told.write(JSON), JSON)).isEqualTo(told);
	}

	@Test
	void aReplyKeptBeforeThereWerePackagesStillReadsAndSaysWhatItSaidThen() {
		byte[] before = JSON.writeValueAsBytes(REPLY);

		IdempotentReply told = IdempotentReply.read(before, JSON);

		assertThat(told).isEqualTo(new IdempotentReply(REPLY, null));
		assertThat(new String(JSON.writeValueAsBytes(CompletionResponse.of(told.reply(), told.followUp(), null)),
				StandardCharsets.UTF_8))
			.doesNotContain("brief", "package")
			.contains("\"completed_at\"");
	}

	@Test
	void aNodeFromBeforeThereWerePackagesReadsTheReply() {
		assertThat(JSON.readValue(new IdempotentReply(REPLY, FOLLOW_UP).write(JSON), Reply.class)).isEqualTo(REPLY);
	}

}
