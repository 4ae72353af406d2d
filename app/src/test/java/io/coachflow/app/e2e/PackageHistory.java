package io.coachflow.app.e2e;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentDelayed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentFailed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentStarted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;

/**
 * Writes the history of a session's package into the log, as the command side would.
 */
final class PackageHistory {

	static final AgentFault TIMEOUT = new AgentFault(AgentFault.Kind.TIMEOUT, "The provider took longer than 30 s.");

	private final EventStore events;

	private final String session;

	private final String language;

	private final String id;

	private long next;

	PackageHistory(EventStore events, String session, String language) {
		this.events = events;
		this.session = session;
		this.language = language;
		this.id = PackageIds.of(session);
	}

	/** The sequence of the last event. */
	long sequence() {
		return this.next - 1;
	}

	PackageHistory requested() {
		return append(new PackageRequested(this.id, this.session, "demo", brief()));
	}

	PackageHistory starts(Agent agent, int generation, int attempt) {
		return append(new AgentStarted(this.id, this.session, agent, generation, attempt));
	}

	PackageHistory delays(Agent agent, int generation, int attempt) {
		return append(new AgentDelayed(this.id, this.session, agent, generation, attempt, TIMEOUT,
				Instant.parse("2099-01-01T00:00:00Z")));
	}

	PackageHistory succeeds(Agent agent, int generation, int attempt) {
		return append(new AgentSucceeded(this.id, this.session, agent, generation, attempt, AgentSource.OFFLINE,
				result(agent), new Receipt(Receipt.RULES, "1", "9f86d081884c7d65", 0, 0, BigDecimal.ZERO, 12, null)));
	}

	PackageHistory fails(Agent agent, int generation, int attempt) {
		return append(new AgentFailed(this.id, this.session, agent, generation, attempt, TIMEOUT));
	}

	PackageHistory asksAgain(Agent agent, int generation) {
		return append(new AgentRequested(this.id, this.session, agent, generation));
	}

	PackageHistory completes(PackageStatus status) {
		return append(new PackageCompleted(this.id, this.session, status));
	}

	PackageHistory allSucceed() {
		for (Agent agent : Agent.values()) {
			starts(agent, 1, 1).succeeds(agent, 1, 1);
		}
		return completes(PackageStatus.COMPLETE);
	}

	private PackageHistory append(BusinessPackageEvent event) {
		this.events.publish(new GenericDomainEventMessage<>("BusinessPackage", this.id, this.next++, event,
				MetaData.with("user_id", "demo")));
		return this;
	}

	Brief brief() {
		return new Brief(this.language, "Teranga Table", "Three restaurants by 2031.", "We cook with what Dakar grows.",
				"Families & offices.", "Recipes of <three> grandmothers.", "Lunch at 3,000 francs.", "restaurant",
				"Dakar, Senegal", 0.92, 0.78, List.of("business_name"));
	}

	static AgentResult result(Agent agent) {
		return switch (agent) {
			case RESEARCH -> new Research(new Research.MarketSize("4,000 families", "Counted from ten streets."),
					List.of(new Research.Segment("Families", "A quick lunch", "Markets")),
					List.of(new Research.Competitors("direct", "Canteens", "Fresh produce")), List.of("Offices nearby"),
					List.of(new Research.Risk("Rain", "A roof")), List.of("Who eats out on Mondays?"));
			case CONTENT -> new Content("Dakar at one table", "We cook what Dakar grows.",
					List.of(new Content.Section("Our kitchen", "Open to all.")), "Book a table",
					List.of(new Content.Post("linkedin", "We open in Dakar 🍲.")));
			case LOGO -> new Logo(concepts());
			case SEO -> new Seo(List.of("restaurant dakar"), List.of("lunch dakar"), "Teranga Table, Dakar",
					"Fresh lunch in Dakar.", List.of(new Seo.Heading(1, "Teranga Table")),
					Map.of("@context", "https://schema.org", "@type", "Restaurant"));
			case TEMPLATE -> new SiteTemplates(List.of(new SiteTemplates.SiteTemplate("booking", "Booking", 0.92,
					List.of("Guests book"), List.of(new SiteTemplates.PageSection("Menu", "Shows the dishes")))));
		};
	}

	static String svg(int n) {
		return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><text>Né à Dakar " + n
				+ "</text></svg>";
	}

	private static List<Logo.Concept> concepts() {
		List<Logo.Concept> concepts = new ArrayList<>();
		for (int n = 1; n <= 3; n++) {
			concepts.add(new Logo.Concept("Concept " + n, "Stands for sharing.",
					new Logo.Palette("#0f4c5c", "#e36414", "#ffffff", "#1b1b1b", 16.67),
					new Logo.Typography("Lora", "Inter"), svg(n)));
		}
		return concepts;
	}

}
