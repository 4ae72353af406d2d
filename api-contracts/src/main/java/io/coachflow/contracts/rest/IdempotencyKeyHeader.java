package io.coachflow.contracts.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Describes the header {@code Idempotency-Key} in the OpenAPI document.
 */
@Parameter(
		description = "Repeating a request with its key gives the first answer again, byte for byte, and changes nothing. 1 to 255 visible ASCII characters; scoped to you.",
		schema = @Schema(type = "string", minLength = 1, maxLength = 255, pattern = "^[!-~]+$"))
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface IdempotencyKeyHeader {

	/** The header's name. */
	String NAME = "Idempotency-Key";

}
