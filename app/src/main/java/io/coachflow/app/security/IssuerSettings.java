package io.coachflow.app.security;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the issuer's keys count.
 *
 * @param keysLifetime until fetched keys are fetched anew, and so until a withdrawn one
 * is refused; at least a second
 * @param outageTolerance how long the keys last fetched stay good while the issuer does
 * not answer; zero for no longer than they live anyway
 */
@ConfigurationProperties("coachflow.issuer")
record IssuerSettings(@DefaultValue("PT5M") Duration keysLifetime, @DefaultValue("PT12H") Duration outageTolerance) {

	IssuerSettings {
		if (keysLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new IllegalArgumentException("coachflow.issuer.keys-lifetime is at least PT1S");
		}
		if (outageTolerance.isNegative()) {
			throw new IllegalArgumentException("coachflow.issuer.outage-tolerance is PT0S or longer");
		}
	}

}
