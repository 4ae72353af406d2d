package io.coachflow.app;

import java.time.Clock;
import java.time.Duration;

import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

	/**
	 * One clock for decisions and for events, in the microseconds that PostgreSQL keeps.
	 */
	@Bean
	Clock clock() {
		Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
		GenericEventMessage.clock = clock;
		return clock;
	}

}
