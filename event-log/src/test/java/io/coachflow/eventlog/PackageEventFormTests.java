package io.coachflow.eventlog;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentDelayed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentFailed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentStarted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.BriefRevised;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.ResultIgnored;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.eventlog.texts.TestTexts;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The stored form of every event of a package, frozen like those of a session: see
 * {@link EventSerializerTests}. Each kind of result has a file of its own.
 */
class PackageEventFormTests {

	private static final String ID = "0d1c2b3a-4f5e-3d6c-8b7a-998877665544";

	private static final String SESSION = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	private static final AgentFault FAULT = new AgentFault(AgentFault.Kind.RATE_LIMITED, "Trop de requêtes");

	private static final Brief BRIEF = new Brief("fr", "Chez Aïssatou", "Trois tables 🍲", "Cuisiner", "Familles",
			"Fait maison", "Menu du jour", "restaurant", null, 0.75, 0.71, List.of("business_name", "sector"));

	private final EventSerializer serializer = new EventSerializer(TestTexts.none());

	static Stream<BusinessPackageEvent> everyEvent() {
		return Stream.of(new PackageRequested(ID, SESSION, "demo", BRIEF),
				new BriefRevised(ID, SESSION, BRIEF, List.of("city", "offre")),
				new AgentRequested(ID, SESSION, Agent.LOGO, 2), new AgentStarted(ID, SESSION, Agent.TEMPLATE, 1, 3),
				new AgentDelayed(ID, SESSION, Agent.SEO, 1, 2, FAULT, Instant.parse("2026-11-22T12:00:07.123Z")),
				succeeded(Agent.RESEARCH,
						new Research(new Research.MarketSize("Inconnue", "Deux hypothèses"),
								List.of(new Research.Segment("Familles", "Manger", "WhatsApp")),
								List.of(new Research.Competitors("direct", "Les maquis", "Le goût")),
								List.of("Le quartier grandit"), List.of(new Research.Risk("Le loyer", "Négocier")),
								List.of("Qui paie ?"))),
				succeeded(Agent.CONTENT,
						new Content(
								"Fait maison", "Une table à Dakar", List.of(new Content.Section("Bienvenue", "Entrez")),
								"Réservez", List.of(new Content.Post("facebook", "On ouvre !")))),
				succeeded(Agent.LOGO, logo()),
				succeeded(Agent.SEO,
						new Seo(List.of("restaurant dakar"), List.of("thiof"), "Chez Aïssatou", "Cuisine maison",
								List.of(new Seo.Heading(1, "Chez Aïssatou")),
								Map.of("@type", "Restaurant", "address", Map.of("addressLocality", "Dakar")))),
				succeeded(Agent.TEMPLATE,
						new SiteTemplates(List.of(new SiteTemplates.SiteTemplate("booking", "Réservation", 0.92,
								List.of("Tables"), List.of(new SiteTemplates.PageSection("Carte", "Donner faim")))))),
				new AgentFailed(ID, SESSION, Agent.SEO, 1, 5, FAULT),
				new ResultIgnored(ID, SESSION, Agent.SEO, 1, 6, ResultIgnored.LATE),
				new PackageCompleted(ID, SESSION, PackageStatus.PARTIAL));
	}

	private static Logo logo() {
		return new Logo(List.of(new Logo.Concept("Baobab", "L’arbre",
				new Logo.Palette("#0a3d2c", "#f4a300", "#ffffff", "#111111", 18.88),
				new Logo.Typography("Lora", "Inter"), "<svg/>")));
	}

	/** As results were written before their inputs were recorded. */
	private static AgentSucceeded succeeded(Agent agent, AgentResult result) {
		return succeeded(agent, result, null);
	}

	private static AgentSucceeded succeeded(Agent agent, AgentResult result, @Nullable List<String> inputs) {
		return new AgentSucceeded(ID, SESSION, agent, 1, 1, AgentSource.MODEL, result,
				new Receipt("a-model", "content-1", "00ff", 812, 403, new BigDecimal("0.00123"), 1874, inputs));
	}

	@ParameterizedTest
	@MethodSource("everyEvent")
	void theStoredFormOfAnEventNeverChanges(BusinessPackageEvent event) throws IOException {
		FrozenForm.assertUnchanged(event, (event instanceof AgentSucceeded it) ? "." + it.agent().id() : "");
	}

	@Test
	void theStoredFormOfAWishNeverChanges() throws IOException {
		FrozenForm.assertUnchanged(new AgentRequested(ID, SESSION, Agent.LOGO, 2, "Plus sobre, sans anglais."),
				".with-a-wish");
	}

	@Test
	void theStoredFormOfAReceiptWithInputsNeverChanges() throws IOException {
		FrozenForm.assertUnchanged(succeeded(Agent.LOGO, logo(), List.of("business_name", "city", "vision")),
				".with-inputs");
	}

	@Test
	void everyEventAndEveryKindOfResultIsFrozen() {
		assertThat(everyEvent().<Class<?>>map(Object::getClass).distinct())
			.containsExactlyInAnyOrderElementsOf(EventSerializer.records(BusinessPackageEvent.class).toList());
		assertThat(everyEvent().filter(AgentSucceeded.class::isInstance)
			.map(AgentSucceeded.class::cast)
			.<Class<?>>map((event) -> event.result().getClass()))
			.containsExactlyInAnyOrder(AgentResult.class.getPermittedSubclasses());
	}

	@Test
	void aNewerWritersFieldsAreIgnored() {
		String newer = "{\"package_id\": \"" + ID + "\", \"session_id\": \"" + SESSION
				+ "\", \"agent\": \"logo\", \"generation\": 2, \"by\": {\"a later\": \"version\"}}";

		assertThat(this.<BusinessPackageEvent>read("io.coachflow.package.agent-requested", newer))
			.isEqualTo(new AgentRequested(ID, SESSION, Agent.LOGO, 2));
	}

	private <T> T read(String name, String json) {
		return this.serializer.deserialize(new SimpleSerializedObject<>(json, String.class, name, "1"));
	}

}
