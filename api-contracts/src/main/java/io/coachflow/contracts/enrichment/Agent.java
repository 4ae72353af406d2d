package io.coachflow.contracts.enrichment;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The five agents that turn a brief into a business package, independently of each other.
 */
public enum Agent {

	@JsonProperty("research")
	RESEARCH("research"),

	@JsonProperty("content")
	CONTENT("content"),

	@JsonProperty("logo")
	LOGO("logo"),

	@JsonProperty("seo")
	SEO("seo"),

	@JsonProperty("template")
	TEMPLATE("template");

	private final String id;

	Agent(String id) {
		this.id = id;
	}

	/** The name of the agent in JSON, in events and in paths. */
	public String id() {
		return this.id;
	}

	/** The agent with that {@link #id() id}; empty if there is none. */
	public static Optional<Agent> of(String id) {
		return Arrays.stream(values()).filter((agent) -> agent.id.equals(id)).findFirst();
	}

}
