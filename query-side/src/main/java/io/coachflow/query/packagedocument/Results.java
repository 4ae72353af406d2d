package io.coachflow.query.packagedocument;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.contracts.rest.PackageResponse;

/**
 * What is there of a package.
 */
final class Results {

	private Results() {
	}

	/** The result of one kind; empty if there is none yet. */
	static <T extends AgentResult> Optional<T> of(PackageResponse response, Class<T> kind) {
		for (AgentView agent : response.agents().values()) {
			if (kind.isInstance(agent.result())) {
				return Optional.of(kind.cast(agent.result()));
			}
		}
		return Optional.empty();
	}

	/** The logos, the recommended one first; none if the agent has not drawn them yet. */
	static List<Logo.Concept> logos(PackageResponse response) {
		return of(response, Logo.class).map(Logo::concepts).orElse(List.of());
	}

	/** The business's name, else what the fallback says. */
	static String name(PackageResponse response, String fallback) {
		return Optional.ofNullable(response.brief())
			.map((brief) -> brief.businessName())
			.filter((name) -> !name.isBlank())
			.orElse(fallback);
	}

	/** When the package was last settled, else when it was asked for. */
	static Optional<Instant> time(PackageResponse response) {
		return Optional.ofNullable(response.completedAt()).or(() -> Optional.ofNullable(response.requestedAt()));
	}

}
