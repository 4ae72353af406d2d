package io.coachflow.query.projection;

import io.coachflow.contracts.rest.DeadLetterOutcome;
import io.coachflow.query.projection.DeadLetterTable.Parked;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.springframework.stereotype.Component;

/**
 * Retries dead letters in their order, or discards them.
 */
@Component
class DeadLetterRetrier {

	private final DeadLetterTable letters;

	private final EventProcessingConfiguration processing;

	DeadLetterRetrier(DeadLetterTable letters, EventProcessingConfiguration processing) {
		this.letters = letters;
		this.processing = processing;
	}

	/** Retries the letters in their order until one fails. */
	DeadLetterOutcome retry(Parked parked) {
		SequencedDeadLetterProcessor<EventMessage<?>> processor = this.processing
			.sequencedDeadLetterProcessor(parked.group())
			.orElseThrow(() -> new IllegalStateException("No processor retries the dead letters of " + parked.group()));
		processor.process((letter) -> isOf(parked, letter));
		long remaining = this.letters.count(parked);
		return new DeadLetterOutcome(parked.group(), Math.max(0, parked.view().letters() - remaining), remaining);
	}

	DeadLetterOutcome discard(Parked parked) {
		return new DeadLetterOutcome(parked.group(), this.letters.discard(parked), 0);
	}

	private static boolean isOf(Parked parked, DeadLetter<? extends EventMessage<?>> letter) {
		return letter.message() instanceof DomainEventMessage<?> event
				&& parked.sequence().equals(event.getAggregateIdentifier());
	}

}
