package io.coachflow.app.fastpath;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

import io.coachflow.app.security.PrintableAscii;
import io.coachflow.app.web.BodyLimitFilter;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells requests that no filter would refuse or change, and that no part of Spring MVC
 * would answer in another way than its controller says.
 */
final class PlainRequests {

	/** What filters and Spring MVC act upon. */
	private static final Set<String> ACTED_UPON = Set.of("origin", "access-control-request-method",
			"access-control-request-headers", "content-encoding", "transfer-encoding", "expect", "if-none-match",
			"if-modified-since", "if-unmodified-since", "if-range", "range");

	/** What counts only once. */
	private static final Set<String> SINGLE = Set.of("authorization", "idempotency-key", "if-match", "content-type",
			"accept", "content-length");

	private static final Set<String> JSON = Set.of("application/json", "application/json;charset=utf-8",
			"application/json; charset=utf-8");

	private static final Set<String> TAKES_JSON = Set.of("*/*", "application/json", "application/json, */*",
			"application/json, text/plain, */*", "application/json, application/*+json");

	private PlainRequests() {
	}

	static boolean isPlain(HttpServletRequest request) {
		return request.getQueryString() == null && hasPlainHeaders(request) && takesJson(request.getHeader("Accept"))
				&& ("GET".equals(request.getMethod()) ? hasNoBody(request) : hasJsonBody(request));
	}

	private static boolean takesJson(String accept) {
		return accept == null || TAKES_JSON.contains(accept);
	}

	// A GET's If-Match is Spring MVC's to compare
	private static boolean hasNoBody(HttpServletRequest request) {
		return request.getContentLengthLong() <= 0 && request.getHeader("If-Match") == null;
	}

	private static boolean hasJsonBody(HttpServletRequest request) {
		long length = request.getContentLengthLong();
		String type = request.getContentType();
		return length >= 0 && length <= BodyLimitFilter.LIMIT && type != null
				&& JSON.contains(type.toLowerCase(Locale.ROOT));
	}

	private static boolean hasPlainHeaders(HttpServletRequest request) {
		for (String name : Collections.list(request.getHeaderNames())) {
			String lower = name.toLowerCase(Locale.ROOT);
			if (ACTED_UPON.contains(lower) || !PrintableAscii.alone(name)) {
				return false;
			}
			Enumeration<String> values = request.getHeaders(name);
			boolean first = true;
			while (values.hasMoreElements()) {
				if (!PrintableAscii.alone(values.nextElement()) || (!first && SINGLE.contains(lower))) {
					return false;
				}
				first = false;
			}
		}
		return true;
	}

}
