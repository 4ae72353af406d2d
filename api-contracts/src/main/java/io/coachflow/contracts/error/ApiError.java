package io.coachflow.contracts.error;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the OpenAPI document that an API method can answer with an error. On a type, it
 * is about all methods. Errors that follow from a method's parameters need no annotation,
 * unless they have an example of their own.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ApiError.List.class)
public @interface ApiError {

	ErrorCode code();

	/** A message that the client can get, word for word. */
	String example();

	/** Several errors. */
	@Target({ ElementType.TYPE, ElementType.METHOD })
	@Retention(RetentionPolicy.RUNTIME)
	@interface List {

		ApiError[] value();

	}

}
