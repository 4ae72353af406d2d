package io.coachflow.contracts.session;

import java.util.List;

import org.axonframework.serialization.Revision;

/**
 * Scripted texts of the coach were written into the log. Events of sessions refer to them
 * by their digest, which is the aggregate's identifier; the only event has the sequence
 * 0.
 */
@EventName(GuidanceRecorded.NAME)
@Revision("1")
public record GuidanceRecorded(String message, List<String> examples, List<String> questions) {

	/** The name of the event. */
	public static final String NAME = "io.coachflow.guidance.recorded";

	/** The aggregate's type in the event log. */
	public static final String AGGREGATE_TYPE = "Guidance";

	public GuidanceRecorded {
		examples = List.copyOf(examples);
		questions = List.copyOf(questions);
	}

	public GuidanceRecorded(GuidanceTexts texts) {
		this(texts.message(), texts.examples(), texts.questions());
	}

	public GuidanceTexts texts() {
		return new GuidanceTexts(this.message, this.examples, this.questions);
	}

}
