package io.coachflow.app.web;

import java.util.Collections;
import java.util.Set;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.IfMatch;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Makes sure that no changing call ignores {@code If-Match}. A call that takes the header
 * compares it itself. What the other calls change has no ETag, so they refuse every tag.
 */
final class PreconditionGuard implements HandlerInterceptor {

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getHeader(IfMatch.NAME) == null || request.getDispatcherType() != DispatcherType.REQUEST
				|| SAFE.contains(HttpMethod.valueOf(request.getMethod()))
				|| !(handler instanceof HandlerMethod method)) {
			return true;
		}
		Set<String> tags = IfMatch.tags(String.join(",", Collections.list(request.getHeaders(IfMatch.NAME))));
		if (tags != null && !takesIfMatch(method)) {
			throw new ApiException(ErrorCode.PRECONDITION_FAILED,
					"What this call changes has no ETag that If-Match could name: leave the header out, or send *.");
		}
		return true;
	}

	private static boolean takesIfMatch(HandlerMethod method) {
		for (MethodParameter parameter : method.getMethodParameters()) {
			RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
			if (header != null && header.name().equalsIgnoreCase(IfMatch.NAME)) {
				return true;
			}
		}
		return false;
	}

}
