package io.coachflow.app.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.ErrorResponse;
import io.coachflow.contracts.rest.ProblemDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every error in the one shape, or as RFC 9457 problem details if the client asks
 * for them.
 */
@Component
public class ErrorWriter {

	/** How long to wait before a retry, in seconds. */
	private static final String RETRY_AFTER = "2";

	private final JsonMapper mapper;

	private final Clock clock;

	ErrorWriter(JsonMapper mapper, Clock clock) {
		this.mapper = mapper;
		this.clock = clock;
	}

	/**
	 * Ends the response with an error, unless a part of it was sent already.
	 * @param message what is wrong and what to do, for a person
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, ErrorCode code, String message)
			throws IOException {
		if (code == ErrorCode.SERVICE_UNAVAILABLE || code == ErrorCode.RATE_LIMITED) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
		}
		write(request, response, code.status(), code.wireName(), message);
	}

	/** Writes an error under the name that another standard gives it. */
	public void write(HttpServletRequest request, HttpServletResponse response, int status, String name, String message)
			throws IOException {
		if (response.isCommitted()) {
			return;
		}
		boolean problem = ProblemDetailsAccept.isIn(request);
		BigDecimal timestamp = BigDecimal.valueOf(this.clock.millis(), 3);
		byte[] body = this.mapper
			.writeValueAsBytes(problem ? new ProblemDetails("about:blank", HttpStatus.valueOf(status).getReasonPhrase(),
					status, message, name, timestamp) : new ErrorResponse(name, message, timestamp));
		response.resetBuffer();
		response.setStatus(status);
		response.setContentType(problem ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.APPLICATION_JSON_VALUE);
		// No security filter sets these if the container refuses a request
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
		response.flushBuffer();
	}

}
