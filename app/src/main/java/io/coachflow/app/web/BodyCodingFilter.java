package io.coachflow.app.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.coachflow.contracts.error.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses compressed bodies, such as gzip, because the limit of a body applies to its
 * content. Runs after the security filters.
 */
@Component
class BodyCodingFilter extends OncePerRequestFilter {

	private static final String NONE = "identity";

	private final ErrorWriter writer;

	BodyCodingFilter(ErrorWriter writer) {
		this.writer = writer;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		List<String> codings = Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING))
			.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.map(String::strip)
			.filter((coding) -> !coding.isEmpty() && !coding.equalsIgnoreCase(NONE))
			.toList();
		if (codings.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		// RFC 9110, section 12.5.3: the codings that would be accepted
		response.setHeader(HttpHeaders.ACCEPT_ENCODING, NONE);
		this.writer.write(request, response, ErrorCode.UNSUPPORTED_MEDIA_TYPE,
				"The body has the Content-Encoding " + shown(codings.getFirst()) + ": send it as it is, without one.");
	}

	private static String shown(String coding) {
		return coding.matches("[a-zA-Z0-9-]{1,20}") ? coding : "of an unknown name";
	}

}
