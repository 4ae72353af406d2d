package io.coachflow.query.feed;

import io.coachflow.contracts.node.NodeRole;
import io.coachflow.contracts.node.NodeRoles;
import io.coachflow.eventlog.processor.EventProcessors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(KafkaPublisher.SETTING)
@EnableConfigurationProperties(KafkaProperties.class)
class KafkaConfiguration {

	/** One event at a time in the log's order, so that the topic has the same order. */
	@Bean
	ConfigurerModule kafkaProcessor(NodeRoles roles) {
		return EventProcessors.inOrder(KafkaPublisher.GROUP, KafkaPublisher.BATCH, roles.include(NodeRole.PROJECTIONS));
	}

}
