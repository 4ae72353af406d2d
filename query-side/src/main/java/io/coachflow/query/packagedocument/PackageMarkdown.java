package io.coachflow.query.packagedocument;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.contracts.rest.PackageResponse;
import io.coachflow.query.markdown.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes business packages as Markdown documents in the language of the brief. What an
 * entrepreneur or a model wrote is escaped.
 */
@Component
public class PackageMarkdown {

	private static final String GENERAL = "general";

	private static final String LOGOS = "package/logo/";

	private final Map<String, Labels> labels = new HashMap<>();

	/** Reads the fixed texts of both languages. */
	public PackageMarkdown() {
		Stream.of("en", "fr").forEach((language) -> this.labels.put(language, Labels.load(language)));
	}

	/**
	 * The document, with links to the logos that are relative to the package's address.
	 * @param language of the document while there is no brief, {@code en} or {@code fr}
	 */
	public String of(PackageResponse response, String language) {
		return of(response, language, LOGOS);
	}

	/**
	 * The same.
	 * @param logos where the logos are, as a link that ends with a slash
	 */
	String of(PackageResponse response, String language, String logos) {
		Brief brief = response.brief();
		Labels words = words(response, language);
		Markdown out = new Markdown();
		out.heading(1, (brief != null) ? brief.businessName() : words.text("document"));
		if (brief != null) {
			out.text(subtitle(brief, words));
		}
		out.quote(status(response, words));
		if (brief != null) {
			brief(brief, words, out);
		}
		ResultSections results = new ResultSections(words, out, logos);
		response.agents().forEach((agent, view) -> {
			out.heading(2, words.text("agent." + agent));
			note(view, words, out);
			if (view.result() != null) {
				results.add(view.result());
			}
		});
		new Provenance(words, out).add(response);
		return out.toString();
	}

	/** The fixed texts in the language of the document. */
	Labels words(PackageResponse response, String language) {
		Brief brief = response.brief();
		return Objects.requireNonNull(this.labels.get((brief != null) ? brief.language() : language));
	}

	private static String subtitle(Brief brief, Labels words) {
		return Stream
			.of(words.text("document"), brief.sector().equals(GENERAL) ? "" : words.name("sector", brief.sector()),
					Objects.requireNonNullElse(brief.location(), ""))
			.filter((part) -> !part.isBlank())
			.collect(Collectors.joining(" · "));
	}

	static String status(PackageResponse response, Labels words) {
		long ready = count(response, AgentState.SUCCEEDED);
		return switch (response.status()) {
			case RUNNING -> words.text("status.running", ready);
			case COMPLETE -> words.text("status.complete");
			case PARTIAL -> words.text("status.partial", ready);
			case FAILED -> words.text("status.failed");
		};
	}

	private static long count(PackageResponse response, AgentState state) {
		return response.agents().values().stream().filter((view) -> view.state() == state).count();
	}

	private static void brief(Brief brief, Labels words, Markdown out) {
		out.heading(2, words.text("brief"));
		field("vision", brief.vision(), words, out);
		field("mission", brief.mission(), words, out);
		field("target_audience", brief.targetAudience(), words, out);
		field("differentiation", brief.differentiation(), words, out);
		field("value_proposition", brief.valueProposition(), words, out);
		out.text(words.text("scores", words.percent(brief.completeness()), words.percent(brief.confidence())));
		if (!brief.inferred().isEmpty()) {
			out.text(words.text("inferred",
					brief.inferred()
						.stream()
						.map((field) -> words.name("field", field))
						.collect(Collectors.joining(", "))));
		}
	}

	private static void field(String name, @Nullable String text, Labels words, Markdown out) {
		out.heading(3, words.text("field." + name))
			.text((text != null && !text.isBlank()) ? text : words.text("unsaid"));
	}

	/** Says if the agent has no current result, or one that no longer fits. */
	private static void note(AgentView view, Labels words, Markdown out) {
		if (view.stale()) {
			out.quote(words.text("note.stale",
					view.staleBecause()
						.stream()
						.map((input) -> words.text("input." + input))
						.collect(Collectors.joining(", "))));
		}
		String old = (view.result() != null) ? " " + words.text("note.old") : "";
		switch (view.state()) {
			case SUCCEEDED -> {
			}
			case FAILED -> out.quote(words.text("note.failed", view.attempts(),
					(view.fault() != null) ? words.text("fault." + wireName(view.fault().kind())) : "") + old);
			case PENDING, RUNNING -> out.quote(words.text("note.running") + old);
		}
	}

	static String wireName(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
