package io.coachflow.query.projection;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * A projection that makes an event of an unknown type a dead letter, for a version that
 * knows it. Skipped, the event would be lost for good.
 */
public abstract class KnownEventsOnly {

	@EventHandler
	final void on(UnknownSerializedType event) {
		throw new IllegalArgumentException("Unknown event " + event.serializedType().getName()
				+ ": deploy a version that knows it, then retry the dead letter");
	}

}
