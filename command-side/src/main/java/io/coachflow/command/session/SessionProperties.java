package io.coachflow.command.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code coachflow.session.*}. Other classes read them too, so their defaults stand in
 * {@code application.yml}.
 *
 * @param ttl how long a session lives after its last accepted activity; also how long
 * Redis keeps its view
 * @param expirySweep how often sessions that are due to expire are searched
 */
@ConfigurationProperties("coachflow.session")
record SessionProperties(Duration ttl, Duration expirySweep) {

	SessionProperties {
		if (!ttl.isPositive() || !expirySweep.isPositive()) {
			throw new IllegalArgumentException(
					"coachflow.session.ttl and coachflow.session.expiry-sweep are durations above zero, such as PT2H");
		}
	}

}
