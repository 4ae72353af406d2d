package io.coachflow.query.businesspackage;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coachflow.package.stream.*}.
 *
 * @param heartbeat how often an idle stream sends a sign of life; also how late it
 * notices at worst that a client disconnected
 * @param limit after how long a stream ends; clients reconnect by themselves
 */
@ConfigurationProperties("coachflow.package.stream")
record StreamProperties(@DefaultValue("PT15S") Duration heartbeat, @DefaultValue("PT10M") Duration limit) {

	StreamProperties {
		if (!heartbeat.isPositive() || !limit.isPositive()) {
			throw new IllegalArgumentException(
					"coachflow.package.stream.heartbeat and coachflow.package.stream.limit are durations above zero, such as PT15S");
		}
	}

}
