package io.coachflow.contracts.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;

/**
 * Describes the header {@code If-Match} in the OpenAPI document.
 */
@Parameter(
		description = "The ETag that what is changed must still have, such as \"2\", or several, or * for any; 412 otherwise, with nothing changed.")
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface IfMatchHeader {

}
