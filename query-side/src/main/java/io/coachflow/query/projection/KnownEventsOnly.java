package io.coachflow.query.projection;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * A projection that does not pass over an event of a type that this version does not
 * know: what it says of its session would be lost for good. It is parked for a version
 * that knows it.
 */
public abstract class KnownEventsOnly {

	@EventHandler
	final void on(UnknownSerializedType event) {
		throw new IllegalArgumentException("Unknown event " + event.serializedType().getName());
	}

}
