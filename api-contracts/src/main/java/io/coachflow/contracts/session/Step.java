package io.coachflow.contracts.session;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The five questions of a coaching session, in the order in which they are asked.
 */
public enum Step {

	@JsonProperty("vision")
	VISION("vision"),

	@JsonProperty("mission")
	MISSION("mission"),

	@JsonProperty("clientele")
	CLIENTELE("clientele"),

	@JsonProperty("differentiation")
	DIFFERENTIATION("differentiation"),

	@JsonProperty("offre")
	OFFRE("offre");

	private final String id;

	Step(String id) {
		this.id = id;
	}

	/** The name of the step in JSON, in events and in the guidance files. */
	public String id() {
		return this.id;
	}

	/** The step asked after this one; empty after the last. */
	public Optional<Step> next() {
		return (ordinal() + 1 < values().length) ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
	}

	/** The step with that {@link #id() id}; empty if there is none. */
	public static Optional<Step> of(String id) {
		return Arrays.stream(values()).filter((step) -> step.id.equals(id)).findFirst();
	}

}
