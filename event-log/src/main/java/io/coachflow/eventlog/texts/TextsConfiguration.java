package io.coachflow.eventlog.texts;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class TextsConfiguration {

	@Bean
	RecordedTexts recordedTexts(ObjectProvider<EventStore> events) {
		return new RecordedTexts(events::getObject, (write) -> Thread.ofVirtual().name("text-recorder").start(write));
	}

	/** Upcasters come in the order of the revisions that they make. */
	@Bean
	@Order(2)
	InlineTextsUpcaster inlineTextsUpcaster() {
		return new InlineTextsUpcaster();
	}

}
