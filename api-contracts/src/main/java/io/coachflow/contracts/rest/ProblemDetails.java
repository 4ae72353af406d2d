package io.coachflow.contracts.rest;

import java.math.BigDecimal;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An {@link ErrorResponse} in the form of RFC 9457, for clients that accept
 * {@code application/problem+json}.
 *
 * @param type always {@code about:blank}: the status and {@code error} say it all
 * @param title the name of the status
 * @param detail the error's message
 */
@Schema(example = """
		{"type": "about:blank", "title": "Not Found", "status": 404, "detail": "There is no such session. Start one with POST /api/v1/coaching/start.", "error": "SESSION_NOT_FOUND", "timestamp": 1795348800.123}""")
public record ProblemDetails(@Schema(format = "uri-reference") String type, String title, int status, String detail,
		String error, BigDecimal timestamp) {
}
