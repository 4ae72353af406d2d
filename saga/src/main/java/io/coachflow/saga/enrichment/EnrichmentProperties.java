package io.coachflow.saga.enrichment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coachflow.enrichment.*}.
 *
 * @param jobs how many jobs this node runs at once; a package needs five
 * @param maxAttempts how many attempts an agent has before it fails
 * @param firstDelay how long an agent waits after its first failed attempt; doubled each
 * time
 * @param longestDelay the longest wait, whatever a provider asks for
 * @param polling how often this node polls for jobs
 * @param heartbeat how often a node shows that it is alive; after four missed heartbeats,
 * others take over its jobs
 * @param stopping how long jobs may go on when the node stops; then they are interrupted
 * and have the same time again
 */
@ConfigurationProperties("coachflow.enrichment")
record EnrichmentProperties(@DefaultValue("256") int jobs, @DefaultValue("5") int maxAttempts,
		@DefaultValue("PT2S") Duration firstDelay, @DefaultValue("PT5M") Duration longestDelay,
		@DefaultValue("PT1S") Duration polling, @DefaultValue("PT2S") Duration heartbeat,
		@DefaultValue("PT2S") Duration stopping) {

	EnrichmentProperties {
		if (jobs < 1 || maxAttempts < 1) {
			throw new IllegalArgumentException(
					"coachflow.enrichment.jobs and coachflow.enrichment.max-attempts are 1 at least");
		}
		if (!firstDelay.isPositive() || longestDelay.compareTo(firstDelay) < 0 || !polling.isPositive()
				|| !heartbeat.isPositive() || stopping.isNegative()) {
			throw new IllegalArgumentException(
					"The durations of coachflow.enrichment are above zero, such as PT2S, and longest-delay is not below first-delay");
		}
	}

}
