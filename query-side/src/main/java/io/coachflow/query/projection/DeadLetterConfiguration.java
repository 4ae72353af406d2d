package io.coachflow.query.projection;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Parks an event that a projection cannot handle, and those of the same session behind
 * it. What fails in a store fails for every event, be the store away or its tables not
 * ready: the processor tries again instead.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

	@Bean
	ConfigurerModule deadLetterPolicy() {
		return (configurer) -> configurer.eventProcessing()
			.registerDefaultDeadLetterPolicy((_) -> DeadLetterConfiguration::decide);
	}

	static EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
		if (cause instanceof DataAccessException failure && !(failure instanceof DataIntegrityViolationException)) {
			throw failure;
		}
		if (cause instanceof InterruptedException) {
			throw new IllegalStateException("The processor is stopping", cause);
		}
		return Decisions.enqueue(new UnhandledEventException(cause));
	}

	/**
	 * Names the kind of failure alone: messages of stores and parsers quote people's
	 * answers.
	 */
	static final class UnhandledEventException extends RuntimeException {

		UnhandledEventException(Throwable cause) {
			super(cause.getClass().getName(), null, false, false);
		}

	}

}
