package io.coachflow.app;

import java.time.Clock;
import java.time.Duration;

import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

	/**
	 * One clock for decisions and events. It ticks in the unit that the log stores,
	 * microseconds in PostgreSQL and milliseconds in Axon Server, because an event's hash
	 * covers its time.
	 */
	@Bean
	Clock clock(@Value("${axon.axonserver.enabled:false}") boolean axonServer) {
		Clock clock = Clock.tick(Clock.systemUTC(), axonServer ? Duration.ofMillis(1) : Duration.ofNanos(1000));
		GenericEventMessage.clock = clock;
		return clock;
	}

}
