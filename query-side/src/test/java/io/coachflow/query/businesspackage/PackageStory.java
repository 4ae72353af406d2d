package io.coachflow.query.businesspackage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
import io.coachflow.contracts.enrichment.BusinessPackageEvent.ResultIgnored;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.query.view.ViewLog.Happened;
import org.jspecify.annotations.Nullable;

/**
 * The history of one package, one event per second.
 */
final class PackageStory {

	static final String SESSION = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	static final String ID = PackageIds.of(SESSION);

	static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

	static final AgentFault TIMEOUT = new AgentFault(AgentFault.Kind.TIMEOUT, "The provider took longer than 30 s.");

	private final List<Happened<BusinessPackageEvent>> happened = new ArrayList<>();

	/** A package that was just requested. */
	static PackageStory requested() {
		return new PackageStory().then(new PackageRequested(ID, SESSION, "demo", brief()));
	}

	PackageStory then(BusinessPackageEvent event) {
		this.happened.add(new Happened<>(event, this.happened.size(), time(this.happened.size())));
		return this;
	}

	PackageStory starts(Agent agent, int generation, int attempt) {
		return then(new AgentStarted(ID, SESSION, agent, generation, attempt));
	}

	PackageStory delays(Agent agent, int generation, int attempt) {
		return then(new AgentDelayed(ID, SESSION, agent, generation, attempt, TIMEOUT, time(1000)));
	}

	PackageStory succeeds(Agent agent, int generation, int attempt) {
		return then(new AgentSucceeded(ID, SESSION, agent, generation, attempt, AgentSource.MODEL, result(agent),
				receipt(generation)));
	}

	PackageStory fails(Agent agent, int generation, int attempt) {
		return then(new AgentFailed(ID, SESSION, agent, generation, attempt, TIMEOUT));
	}

	PackageStory asksAgain(Agent agent, int generation) {
		return then(new AgentRequested(ID, SESSION, agent, generation));
	}

	PackageStory ignores(Agent agent, int generation) {
		return then(new ResultIgnored(ID, SESSION, agent, generation, 1, ResultIgnored.DOUBLE));
	}

	PackageStory completes(PackageStatus status) {
		return then(new PackageCompleted(ID, SESSION, status));
	}

	/** All five succeed at once, and the package completes. */
	PackageStory allSucceed() {
		for (Agent agent : Agent.values()) {
			starts(agent, 1, 1).succeeds(agent, 1, 1);
		}
		return completes(PackageStatus.COMPLETE);
	}

	List<Happened<BusinessPackageEvent>> events() {
		return this.happened;
	}

	PackageView view() {
		return Objects.requireNonNull(fold(null, this.happened));
	}

	static @Nullable PackageView fold(@Nullable PackageView view, List<Happened<BusinessPackageEvent>> events) {
		@Nullable PackageView folded = view;
		for (Happened<BusinessPackageEvent> it : events) {
			folded = PackageView.after(folded, it.event(), it.sequence(), it.time());
		}
		return folded;
	}

	static Instant time(long sequence) {
		return START.plusSeconds(sequence);
	}

	static Receipt receipt(int generation) {
		return new Receipt("a-model", "research-3", "9f86d081884c7d659a2feaa0c55ad015", 1200, 340L + generation,
				new BigDecimal("0.00120"), 2300, (generation == 1) ? null : List.of("business_name", "vision"));
	}

	static Brief brief() {
		return new Brief("en", "Teranga Table", "Three restaurants by 2031.", "We cook with what Dakar grows.",
				"Families in Dakar.", "Recipes of three grandmothers.", "Lunch at 3,000 francs.", "restaurant",
				"Dakar, Senegal", 0.92, 0.78, List.of("business_name"));
	}

	static AgentResult result(Agent agent) {
		return switch (agent) {
			case RESEARCH -> new Research(new Research.MarketSize("About 4,000 families", "Counted from ten streets."),
					List.of(new Research.Segment("Families", "A quick lunch", "Markets")),
					List.of(new Research.Competitors("direct", "Canteens", "Fresh produce")), List.of("Offices nearby"),
					List.of(new Research.Risk("Rain", "A roof")), List.of("Who eats out on Mondays?"));
			case CONTENT -> new Content("Dakar at one table", "We cook what Dakar grows.",
					List.of(new Content.Section("Our kitchen", "Open to all.")), "Book a table",
					List.of(new Content.Post("linkedin", "We open."), new Content.Post("instagram", "We cook."),
							new Content.Post("facebook", "We invite.")));
			case LOGO -> new Logo(List.of(concept("The bowl"), concept("The table"), concept("The T")));
			case SEO -> new Seo(List.of("restaurant dakar"), List.of("lunch dakar"), "Teranga Table, Dakar",
					"Fresh lunch in Dakar.",
					List.of(new Seo.Heading(1, "Teranga Table"), new Seo.Heading(2, "The menu")),
					Map.of("@context", "https://schema.org", "@type", "Restaurant", "address",
							Map.of("@type", "PostalAddress", "addressLocality", "Dakar")));
			case TEMPLATE -> new SiteTemplates(
					List.of(new SiteTemplates.SiteTemplate("booking", "Booking", 0.92, List.of("Guests book tables"),
							List.of(new SiteTemplates.PageSection("Menu", "Shows the dishes")))));
		};
	}

	private static Logo.Concept concept(String name) {
		return new Logo.Concept(name, "Stands for sharing.",
				new Logo.Palette("#0f4c5c", "#e36414", "#ffffff", "#1b1b1b", 16.67),
				new Logo.Typography("Lora", "Inter"),
				"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><circle cx=\"5\" cy=\"5\" r=\"4\"/></svg>");
	}

}
