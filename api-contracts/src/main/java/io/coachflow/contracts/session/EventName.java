package io.coachflow.contracts.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored for ever, independent of its class. The
 * revision is Axon's {@link org.axonframework.serialization.Revision}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {

	/** A dotted name such as {@code io.coachflow.session.started}. */
	String value();

}
