package io.coachflow.app.eventlog;

import io.coachflow.app.StoreFailures;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.TransientDataAccessException;

/**
 * Parks an event that a projection cannot handle, and those of the same session behind
 * it. What fails because a store is away fails for every event: the processor tries again
 * instead.
 */
@Configuration(proxyBeanMethods = false)
class ParkPoison implements EnqueuePolicy<EventMessage<?>> {

	@Bean
	ConfigurerModule deadLetterPolicy() {
		return (configurer) -> configurer.eventProcessing().registerDefaultDeadLetterPolicy((_) -> this);
	}

	@Override
	public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
		if (cause instanceof RuntimeException failure
				&& (failure instanceof TransientDataAccessException || StoreFailures.isUnavailable(failure))) {
			throw failure;
		}
		return Decisions.enqueue(cause);
	}

}
