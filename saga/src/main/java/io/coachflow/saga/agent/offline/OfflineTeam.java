package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.saga.agent.AgentResultRules;
import io.coachflow.saga.agent.AgentTeam;
import io.coachflow.saga.agent.Assignment;
import io.coachflow.saga.agent.BriefHash;
import io.coachflow.saga.agent.AgentOutput;
import io.coachflow.saga.agent.StructuredData;
import io.coachflow.text.Sectors;

/**
 * The five agents without a language model: they arrange the answers, add what is known
 * of the sector and the country, and calculate. The same brief and generation always give
 * the same result; takes milliseconds. Thread-safe.
 */
public final class OfflineTeam implements AgentTeam {

	/**
	 * The version of the rules; another one may make another result of the same brief.
	 */
	public static final String RULES_VERSION = "rules-3";

	private final Knowledge english;

	private final Knowledge french;

	private final Style style;

	private final StructuredData structuredData;

	private OfflineTeam(Knowledge english, Knowledge french, Style style, StructuredData structuredData) {
		this.english = english;
		this.french = french;
		this.style = style;
		this.structuredData = structuredData;
	}

	/**
	 * Reads all knowledge from the class path.
	 * @throws IllegalStateException if a file is missing or not as it should be, naming
	 * it
	 */
	public static OfflineTeam load() {
		Sectors sectors = Sectors.load();
		Countries countries = Countries.load();
		return new OfflineTeam(Knowledge.load(Locale.ENGLISH, sectors, countries),
				Knowledge.load(Locale.FRENCH, sectors, countries), Style.load(), new StructuredData(sectors));
	}

	@Override
	public AgentOutput make(Assignment assignment) {
		long start = System.nanoTime();
		AgentResult result = result(assignment);
		List<String> violations = AgentResultRules.violations(result);
		if (!violations.isEmpty()) {
			throw new IllegalStateException("The rules made a result that may not be published: " + violations);
		}
		return new AgentOutput(AgentSource.OFFLINE, result, receipt(assignment, System.nanoTime() - start));
	}

	private AgentResult result(Assignment assignment) {
		Brief brief = assignment.brief();
		Knowledge known = brief.language().equals("fr") ? this.french : this.english;
		BriefAnalysis story = new BriefAnalysis(brief, Math.max(1, assignment.generation()), known);
		return switch (assignment.agent()) {
			case RESEARCH -> ResearchAgent.make(story);
			case CONTENT -> ContentAgent.make(story);
			case LOGO -> LogoAgent.make(story, this.style);
			case SEO -> SeoAgent.make(story, this.structuredData);
			case TEMPLATE -> TemplateAgent.make(story);
		};
	}

	private static Receipt receipt(Assignment assignment, long nanos) {
		return new Receipt(Receipt.RULES, RULES_VERSION, BriefHash.of(assignment.brief()), 0, 0, BigDecimal.ZERO,
				Duration.ofNanos(nanos).toMillis(), assignment.inputs());
	}

}
