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
 * Parks an event that a projection cannot handle as a dead letter, with the later events
 * of the same session. A failing store fails for every event, whether it is out of reach
 * or its tables are missing: then the processor retries instead.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

	@Bean
	ConfigurerModule deadLetterPolicy() {
		return (configurer) -> configurer.eventProcessing()
			.registerDefaultDeadLetterPolicy((_) -> DeadLetterConfiguration::decide);
	}

	static EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
		for (Throwable it = cause; it != null; it = it.getCause()) {
			if (it instanceof DataAccessException failure && !(failure instanceof DataIntegrityViolationException)) {
				throw failure;
			}
		}
		if (cause instanceof InterruptedException) {
			throw new IllegalStateException("The processor is stopping", cause);
		}
		return Decisions.enqueue(new UnhandledEventException(cause));
	}

	/**
	 * Has only the class of the failure: messages of stores and parsers may quote
	 * people's answers.
	 */
	static final class UnhandledEventException extends RuntimeException {

		UnhandledEventException(Throwable cause) {
			super(cause.getClass().getName(), null, false, false);
		}

	}

}
