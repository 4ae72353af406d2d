package io.coachflow.app.web;

import java.io.IOException;
import java.util.Set;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns the exceptions of controllers into the one error shape.
 */
@RestControllerAdvice
class ErrorAdvice {

	private static final Logger logger = LoggerFactory.getLogger(ErrorAdvice.class);

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private final ErrorWriter writer;

	ErrorAdvice(ErrorWriter writer) {
		this.writer = writer;
	}

	@ExceptionHandler
	void refused(ApiException ex, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.writer.write(request, response, ex.code(), String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	void wrongType(MethodArgumentTypeMismatchException ex, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.writer.write(request, response, ErrorCode.INVALID_REQUEST,
				"The parameter " + ex.getName() + " is not of the right type: see /swagger-ui.html.");
	}

	@ExceptionHandler
	void missing(MissingServletRequestParameterException ex, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.writer.write(request, response, ErrorCode.INVALID_REQUEST,
				"The parameter " + ex.getParameterName() + " is missing.");
	}

	@ExceptionHandler
	void wrongMethod(HttpRequestMethodNotSupportedException ex, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		String[] allowed = ex.getSupportedMethods();
		if (allowed != null) {
			response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
		}
		this.writer.write(request, response, ErrorCode.METHOD_NOT_ALLOWED, "This path does not take " + ex.getMethod()
				+ ((allowed != null) ? ": use " + String.join(" or ", allowed) + "." : "."));
	}

	@ExceptionHandler
	void undecodable(InvalidParameterException ex, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		logger.debug("A query could not be decoded", ex);
		this.writer.write(request, response, ErrorCode.INVALID_REQUEST,
				"The query cannot be decoded: send its parameters as percent-encoded UTF-8.");
	}

	/** The client sent half a request, which operators need not know. */
	@ExceptionHandler
	void unreadable(HttpMessageNotReadableException ex, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		logger.debug("A request could not be read", ex);
		this.writer.write(request, response, ErrorCode.INVALID_REQUEST, StatusErrors.messageOf(400));
	}

	/** Spring Security answers these itself. */
	@ExceptionHandler({ AccessDeniedException.class, AuthenticationException.class })
	void security(RuntimeException ex) {
		throw ex;
	}

	@ExceptionHandler
	void failed(Exception ex, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (StoreFailures.isUnavailable(ex)) {
			logger.warn("A store cannot be reached: {}", ex.toString());
			this.writer.write(request, response, ErrorCode.SERVICE_UNAVAILABLE,
					READING.contains(request.getMethod())
							? "The event store cannot be reached, so the newest state is unknown: ask again shortly."
							: StoreFailures.OUTCOME_UNKNOWN);
		}
		else if (DisconnectedClientHelper.isClientDisconnectedException(ex)) {
			logger.debug("The client has disconnected", ex);
		}
		else if (ex instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
			HttpStatusCode status = known.getStatusCode();
			this.writer.write(request, response, StatusErrors.codeOf(status.value()),
					StatusErrors.messageOf(status.value()));
		}
		else {
			logger.error("A request failed", ex);
			this.writer.write(request, response, ErrorCode.INTERNAL_ERROR, StatusErrors.messageOf(500));
		}
	}

}
