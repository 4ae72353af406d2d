package io.coachflow.query.selfaudit;

import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Compares what one read model has of an event's session or package with the fold of its
 * history.
 */
public interface ReadModelCheck {

	/** The read model's name. */
	String readModel();

	/**
	 * What differs, as names of fields and never as values; {@code missing} where the
	 * model has not even come to the event. Empty where all is well, where a later event
	 * is on its way, and where the event does not concern the model.
	 */
	List<String> differences(DomainEventMessage<?> event);

}
