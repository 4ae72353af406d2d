package io.coachflow.console.businesspackage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.coachflow.console.live.Fragments;
import io.coachflow.console.live.LiveEvent;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.rest.AgentView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the events of a package's stream into what the page swaps in: the card of an
 * agent as it is now, and the word that the package is ready, on which the page asks for
 * the whole.
 */
@Component
class PackageNews {

	/** The event after which the stream ends. */
	static final String PACKAGE = "package";

	/** The event for each change of an agent, in the API's stream. */
	static final String AGENT = "agent";

	/** Before the id of an agent whose result has come. */
	static final String DONE = "done-";

	private final Fragments fragments;

	private final JsonMapper mapper;

	PackageNews(Fragments fragments, JsonMapper mapper) {
		this.fragments = fragments;
		this.mapper = mapper;
	}

	/** The event for the page; null for one that the page does not know. */
	@Nullable LiveEvent forPage(String sessionId, LiveEvent event, Locale locale) {
		return switch (event.name()) {
			case AGENT -> agent(sessionId, event, locale);
			case PACKAGE -> new LiveEvent(event.id(), PACKAGE, PACKAGE);
			default -> null;
		};
	}

	private @Nullable LiveEvent agent(String sessionId, LiveEvent event, Locale locale) {
		JsonNode transition = this.mapper.readTree(event.data());
		Optional<Agent> agent = Agent.of(transition.path("agent").asString(""));
		if (agent.isEmpty()) {
			return null;
		}
		AgentView view = this.mapper.readerFor(AgentView.class)
			.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.readValue(transition);
		AgentCard card = AgentCard.of(sessionId, agent.get(), view, locale);
		return new LiveEvent(event.id(), (card.succeeded() ? DONE : AGENT + "-") + card.id(),
				this.fragments.render("console/package/agents", "card", Map.of("card", card), locale));
	}

}
