package io.coachflow.query.packagedocument;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.contracts.rest.PackageResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packages to try documents with.
 */
final class Packages {

	static final JsonMapper JSON = new JsonMapper();

	/** A sign and two lines of text, as the service draws them. */
	static final String SVG = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 180"><defs><linearGradient id="g"><stop offset="0" \
			stop-color="#0f4c5c"/><stop offset="1" stop-color="#e36414"/></linearGradient></defs><rect width="480" \
			height="180" fill="#ffffff"/><circle cx="80" cy="90" fill="url(#g)" r="50"/><text font-family="'Lora', serif" \
			font-size="40" font-weight="700" x="160" y="98" fill="#1b1b1b">Café Œuvre</text><text font-size="14" \
			textLength="280" x="160" y="128">Chez nous, à Dakar</text></svg>""";

	private Packages() {
	}

	/**
	 * One of the kept packages: {@code complete-en}, {@code partial-fr} or
	 * {@code hostile-en}.
	 */
	static PackageResponse kept(String name) {
		return JSON.readValue(Resource.text(name + ".json"), PackageResponse.class);
	}

	/** The same package with that result of an agent. */
	static PackageResponse with(PackageResponse response, String agent, AgentResult result) {
		Map<String, AgentView> agents = new LinkedHashMap<>(response.agents());
		AgentView old = agents.get(agent);
		agents.put(agent, new AgentView(AgentState.SUCCEEDED, 1, 1, AgentSource.OFFLINE, old.requestedAt(),
				old.startedAt(), old.finishedAt(), null, null, old.receipt(), 1, result, List.of()));
		return new PackageResponse(response.sessionId(), response.status(), response.brief(), agents,
				response.sequence(), response.requestedAt(), response.completedAt());
	}

	/** The same package with that name of the business. */
	static PackageResponse named(PackageResponse response, String name) {
		Brief old = response.brief();
		Brief brief = new Brief(old.language(), name, old.vision(), old.mission(), old.targetAudience(),
				old.differentiation(), old.valueProposition(), old.sector(), old.location(), old.completeness(),
				old.confidence(), old.inferred());
		return new PackageResponse(response.sessionId(), response.status(), brief, response.agents(),
				response.sequence(), response.requestedAt(), response.completedAt());
	}

	/** The same package with three logos of that drawing. */
	static PackageResponse drawn(PackageResponse response, String svg) {
		return with(response, "logo",
				new Logo(Collections.nCopies(3,
						new Logo.Concept("The bowl", "A bowl for all.",
								new Logo.Palette("#0f4c5c", "#e36414", "#ffffff", "#1b1b1b", 17.22),
								new Logo.Typography("Lora", "Inter"), svg))));
	}

	/** A study of the market with so many risks, each as long as may be. */
	static Research study(int risks) {
		String paragraph = "Le prix du riz monte, et avec lui celui de chaque repas que nous servons. ".repeat(8)
			.strip();
		return new Research(new Research.MarketSize("40 000 repas", paragraph.repeat(5)),
				List.of(new Research.Segment("x".repeat(120), "y".repeat(600), paragraph)), List.of(),
				Collections.nCopies(8, paragraph),
				IntStream.rangeClosed(1, risks)
					.mapToObj((i) -> new Research.Risk("Risque " + i + ". " + paragraph, paragraph + " Fin " + i + "."))
					.toList(),
				List.of("Qui mange dehors le lundi ?"));
	}

}
