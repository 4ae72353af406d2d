package io.coachflow.eventlog.texts;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.GuidanceTexts;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * A guidance as events store it: with its texts, or with their digest instead.
 *
 * @param digest of texts that are in the log; null if this holds the texts itself
 */
record StoredGuidance(@Nullable Step step, String language, String source,
		@JsonProperty("catalogue_version") String catalogueVersion, String sector, @Nullable String message,
		@Nullable List<String> examples, @Nullable List<String> questions, @Nullable String model,
		@JsonProperty("prompt_version") @Nullable String promptVersion, @Nullable String digest) {

	/**
	 * The form to write. A model's words stay in the event, since nobody repeats them.
	 */
	static StoredGuidance of(Guidance guidance, RecordedTexts recorded) {
		String digest = guidance.source().equals(Guidance.SCRIPTED)
				? recorded.digestOf(GuidanceTexts.of(guidance)).orElse(null) : null;
		boolean full = digest == null;
		return new StoredGuidance(guidance.step(), guidance.language(), guidance.source(), guidance.catalogueVersion(),
				guidance.sector(), full ? guidance.message() : null, full ? guidance.examples() : null,
				full ? guidance.questions() : null, guidance.model(), guidance.promptVersion(), digest);
	}

	/**
	 * The guidance in full.
	 * @throws IllegalStateException if the log does not hold its texts
	 */
	Guidance read(RecordedTexts recorded) {
		GuidanceTexts texts = (this.digest != null) ? recorded.require(this.digest) : own();
		return new Guidance(this.step, this.language, this.source, this.catalogueVersion, this.sector, texts.message(),
				texts.examples(), texts.questions(), this.model, this.promptVersion);
	}

	private GuidanceTexts own() {
		if (this.message == null || this.examples == null || this.questions == null) {
			throw new IllegalStateException("A guidance has neither its texts nor their digest");
		}
		return new GuidanceTexts(this.message, this.examples, this.questions);
	}

}
