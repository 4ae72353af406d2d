package io.coachflow.eventlog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.DelayAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.PackageOutcome;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RequestPackage;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.SucceedAgent;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.CoachingSessionCommand.ExpireSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.FindDueSessions;
import io.coachflow.contracts.session.HelpDraft;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Outcome;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Step;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessageSerializerTests {

	private static final Requester USER = new Requester("demo", "fr", new Idempotency("key", "hash"));

	private final MessageSerializer serializer = new MessageSerializer();

	static List<Object> messages() {
		return List.of(new StartSession("5a2f", USER, new Business("Chez Aïssatou", null, "Dakar", null)),
				new SubmitAnswer("5a2f", new Requester("demo", "fr", new Idempotency("key", "hash"), Set.of(1L)),
						"Une réponse 🍲", Step.VISION),
				new SubmitAnswer("5a2f", new Requester("demo", "en", null), "An answer", null, null),
				new SubmitAnswer("5a2f", USER, "An answer", null, null).with(new Review(Step.VISION, 3, "tiny-1",
						"step.v1-00", 0.5, "In short", null, "Next?", List.of("Who?"))),
				new SubmitAnswer("5a2f", USER, "An answer", null, null, "3-1"),
				new AskForHelp("5a2f", USER, HelpKind.QUESTIONS, null, null),
				new AskForHelp("5a2f", USER, HelpKind.PROPOSALS, Step.VISION, "A hint")
					.with(new HelpDraft(HelpKind.PROPOSALS, Step.VISION, 3, "tiny-1", "proposals.v1-00", null,
							List.of(), List.of(new HelpDraft.Text("A title", "A text", "A reason")))),
				new ExpireSession("5a2f"), new FindDueSessions(Instant.parse("2026-11-22T12:00:00.123Z"), "", 500),
				new Outcome.Refused(ErrorCode.CONFLICT, "Somebody was faster"), "text", true,
				new RequestPackage("7b1e", "5a2f"), new StartAgent("7b1e", Agent.SEO, 2, 1),
				new DelayAgent("7b1e", Agent.SEO, 2, 1, new AgentFault(AgentFault.Kind.TIMEOUT, "Too slow"),
						Instant.parse("2026-11-22T12:00:00.123Z")),
				new SucceedAgent("7b1e", Agent.CONTENT, 1, 2, AgentSource.MODEL,
						new Content("Une ligne", "Un discours", List.of(), "Venez", List.of()),
						new Receipt("m", "v1", "00", 3, 4, new BigDecimal("0.0012"), 5, List.of("mission", "vision"))),
				new RegenerateAgent("7b1e", Agent.LOGO, "demo"), new PackageOutcome(2, 13),
				new ArrayList<>(List.of("a", "b")));
	}

	@ParameterizedTest
	@MethodSource("messages")
	void whatNodesTellEachOtherArrivesAsItWasSent(Object message) {
		assertThat(this.serializer.<byte[], Object>deserialize(this.serializer.serialize(message, byte[].class)))
			.isEqualTo(message);
	}

	@Test
	void everyListTravels() {
		assertThat(this.serializer.<byte[], Object>deserialize(this.serializer.serialize(List.of("a"), byte[].class)))
			.isEqualTo(List.of("a"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "javax.naming.InitialContext", "java.util.PriorityQueue", "java.lang.StringBuilder" })
	void nothingElseIsLoadedByName(String name) {
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> this.serializer.deserialize(new SimpleSerializedObject<>("{}", String.class, name, null)))
			.withMessageContaining("not loaded");
	}

}
