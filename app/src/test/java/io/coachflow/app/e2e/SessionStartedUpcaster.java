package io.coachflow.app.e2e;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a revision 0 would have written, which had the business in two fields of its
 * own. The pattern for an upcaster that changes the payload: it knows names and JSON
 * alone and no class of today, and its {@code @Order} is the revision that it makes.
 */
@Order(1)
class SessionStartedUpcaster extends SingleEventUpcaster {

	private static final String NAME = "io.coachflow.session.started";

	private static final SimpleSerializedType OLD = new SimpleSerializedType(NAME, "0");

	private static final SimpleSerializedType NEW = new SimpleSerializedType(NAME, "1");

	@Override
	protected boolean canUpcast(IntermediateEventRepresentation event) {
		return event.getType().equals(OLD);
	}

	@Override
	protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
		return event.upcastPayload(NEW, ObjectNode.class, SessionStartedUpcaster::upcast);
	}

	private static ObjectNode upcast(ObjectNode started) {
		ObjectNode business = started.putObject("business");
		business.set("business_name", started.remove("name"));
		business.set("sector", started.remove("industry"));
		return started;
	}

}
