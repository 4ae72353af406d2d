package io.coachflow.query.selfaudit;

import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Compares one read model's entry for an event's session or package with the fold of its
 * history.
 */
public interface ReadModelCheck {

	/** The read model's name. */
	String readModel();

	/**
	 * The names of the fields that differ, never their values; {@code missing} if the
	 * model lacks the event. Empty if nothing differs, if the model waits for a later
	 * event, and if the event does not concern the model.
	 */
	List<String> differences(DomainEventMessage<?> event);

}
