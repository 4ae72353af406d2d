package io.coachflow.query.feed;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coachflow.feed.*}.
 *
 * @param heartbeat how often a stream without news shows that it is alive
 * @param limit after how long a stream ends; clients take it up again by themselves, with
 * a token that is still valid
 * @param maxStreams how many consumers may follow a node at once, waiting ones included
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
