package io.coachflow.command.guidance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.coachflow.command.guidance.CoachTexts.Clarifications;
import io.coachflow.command.guidance.GuidanceCatalogue.StepTexts;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A coach that uses scripted texts and rules only.
 */
@Component
public class ScriptedCoach implements Coach {

	private final GuidanceCatalogue catalogue = GuidanceCatalogue.load();

	private final ConfidenceScorer scorer = ConfidenceScorer.load(this.catalogue::everything);

	@Override
	public Confidence assess(Step step, String answer, Collection<String> earlierAnswers) {
		return this.scorer.score(step, answer, earlierAnswers);
	}

	@Override
	public Guidance guide(Step step, @Nullable String sector, String language) {
		String known = this.catalogue.sectorOf(sector);
		return guidance(step, known, language, this.catalogue.step(language, known, step).message());
	}

	@Override
	public Guidance clarify(Step step, Confidence confidence, @Nullable String sector, String language, int asked) {
		Clarifications questions = this.catalogue.coach(language).clarification(step, asked);
		record Weakness(double figure, String question) {
		}
		// The first of equals: if hardly anything was said, asking for figures is no use
		Weakness weakest = Stream
			.of(new Weakness(confidence.length(), questions.length()),
					new Weakness(confidence.relevance(), questions.relevance()),
					new Weakness(confidence.specificity(), questions.specificity()),
					new Weakness(confidence.originality(), questions.originality()))
			.min(Comparator.comparingDouble(Weakness::figure))
			.orElseThrow();
		return guidance(step, this.catalogue.sectorOf(sector), language, weakest.question());
	}

	@Override
	public Guidance repeated(Step step, @Nullable String sector, String language, int asked) {
		return guidance(step, this.catalogue.sectorOf(sector), language,
				this.catalogue.coach(language).repeated(step, asked));
	}

	@Override
	public Guidance close(@Nullable String sector, String language) {
		return new Guidance(null, language, Guidance.SCRIPTED, this.catalogue.version(),
				this.catalogue.sectorOf(sector), this.catalogue.coach(language).completed(), List.of(), List.of());
	}

	private Guidance guidance(Step step, String sector, String language, String message) {
		StepTexts texts = this.catalogue.step(language, sector, step);
		return new Guidance(step, language, Guidance.SCRIPTED, this.catalogue.version(), sector, message,
				texts.examples(), texts.questions());
	}

}
