package io.coachflow.app.warmup;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a node does before it takes requests.
 *
 * @param time how long it practises; zero for not at all, at most a minute
 */
@ConfigurationProperties("coachflow.warm-up")
record WarmUpProperties(@DefaultValue("PT0S") Duration time) {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	WarmUpProperties {
		if (time.isNegative() || time.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("coachflow.warm-up.time lies between PT0S and PT1M");
		}
	}

}
