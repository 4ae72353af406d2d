package io.coachflow.query.feed;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coachflow.kafka.*}.
 *
 * @param bootstrapServers Kafka's brokers, such as {@code kafka-1:9092,kafka-2:9092}; if
 * absent, nothing is published
 * @param topic the topic to publish to
 * @param client further settings of Kafka's producer by Kafka's names, such as
 * {@code security.protocol}; those that keep events from being lost cannot be changed
 */
@ConfigurationProperties("coachflow.kafka")
record KafkaProperties(@DefaultValue("") String bootstrapServers, @DefaultValue("coachflow-events") String topic,
		@DefaultValue Map<String, String> client) {

	KafkaProperties {
		if (bootstrapServers.isBlank() || topic.isBlank()) {
			throw new IllegalArgumentException(
					"coachflow.kafka.bootstrap-servers names brokers, such as kafka-1:9092,kafka-2:9092, and .topic a topic; leave bootstrap-servers out to publish nothing");
		}
	}

}
