package io.coachflow.contracts.enrichment;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Texts to publish.
 *
 * @param elevatorPitch takes half a minute to say
 * @param homepage the sections of the homepage, from the top
 * @param posts three
 */
public record Content(String tagline, @JsonProperty("elevator_pitch") String elevatorPitch, List<Section> homepage,
		@JsonProperty("call_to_action") String callToAction, List<Post> posts) implements AgentResult {

	public Content {
		homepage = List.copyOf(homepage);
		posts = List.copyOf(posts);
	}

	/** A section of a page. */
	public record Section(String heading, String text) {
	}

	/**
	 * A post for a social network.
	 *
	 * @param network {@code linkedin}, {@code instagram} or {@code facebook}
	 */
	public record Post(@Schema(allowableValues = {
			"linkedin", "instagram", "facebook" }) String network, String text){
	}

}
