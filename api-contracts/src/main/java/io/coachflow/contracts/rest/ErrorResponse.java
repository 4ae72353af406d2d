package io.coachflow.contracts.rest;

import java.math.BigDecimal;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The body of every error response.
 *
 * @param error the error code, for programs
 * @param message a sentence for people: what is wrong and what to do
 * @param timestamp seconds since 1970, UTC, with milliseconds
 */
@Schema(example = """
		{"error": "SESSION_NOT_FOUND", "message": "There is no such session. Start one with POST /api/v1/coaching/start.", "timestamp": 1795348800.123}""")
public record ErrorResponse(String error, String message, BigDecimal timestamp) {
}
