package io.coachflow.query.feed;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coachflow.feed.*}.
 *
 * @param heartbeat how often an idle stream sends a sign of life
 * @param limit after how long a stream ends; clients reconnect by themselves, with a
 * token that is still valid
 * @param maxStreams how many consumers a node serves at once, including those that wait
 * for a batch
 */
@ConfigurationProperties("coachflow.feed")
record FeedProperties(@DefaultValue("PT15S") Duration heartbeat, @DefaultValue("PT10M") Duration limit,
		@DefaultValue("2000") int maxStreams) {

	FeedProperties {
		if (!heartbeat.isPositive() || !limit.isPositive() || maxStreams < 1) {
			throw new IllegalArgumentException(
					"coachflow.feed.heartbeat and .limit are durations above zero, such as PT15S, and .max-streams is at least 1");
		}
	}

}
