package io.coachflow.app.security;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the issuer's keys are valid.
 *
 * @param keysLifetime how long fetched keys are used, and so how long a withdrawn one is
 * accepted; at least a second
 * @param outageTolerance how long the last fetched keys stay valid while the issuer does
 * not answer; zero for no longer than their lifetime
 */
@ConfigurationProperties("coachflow.issuer")
record IssuerSettings(@DefaultValue("PT5M") Duration keysLifetime, @DefaultValue("PT12H") Duration outageTolerance) {

	IssuerSettings {
		if (keysLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new IllegalArgumentException("coachflow.issuer.keys-lifetime is too short: set it to PT1S or longer");
		}
		if (outageTolerance.isNegative()) {
			throw new IllegalArgumentException(
					"coachflow.issuer.outage-tolerance is negative: set it to PT0S or longer");
		}
	}

}
