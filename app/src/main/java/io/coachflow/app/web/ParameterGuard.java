package io.coachflow.app.web;

import java.util.Map;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses parameters that no call accepts: characters that no text column can hold, and
 * values longer than any valid one. Runs before every controller, so that none has to
 * check this.
 */
final class ParameterGuard implements HandlerInterceptor {

	/** No valid parameter is longer; longer texts come in bodies. */
	static final int LONGEST = 1_000;

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() != DispatcherType.REQUEST) {
			return true;
		}
		// Reads the parameters for the first time, so undecodable ones are refused here
		// too
		request.getParameterMap().forEach((name, values) -> {
			for (String value : values) {
				if (value.length() > LONGEST) {
					throw new ApiException(ErrorCode.INVALID_REQUEST, "The parameter " + shown(name) + " has "
							+ value.length() + " characters: send at most " + LONGEST + ".");
				}
				requireText(name, value);
			}
		});
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
			path.forEach((name, value) -> requireText(name.toString(), value.toString()));
		}
		return true;
	}

	private static void requireText(String name, String value) {
		for (int i = 0; i < value.length(); i++) {
			char it = value.charAt(i);
			boolean paired = Character.isHighSurrogate(it) && i + 1 < value.length()
					&& Character.isLowSurrogate(value.charAt(i + 1));
			if (it == '\0' || (Character.isSurrogate(it) && !paired)) {
				throw new ApiException(ErrorCode.INVALID_REQUEST,
						"The parameter " + shown(name) + ((it == '\0') ? " holds a NUL character (U+0000): remove it."
								: " holds half of a surrogate pair: send whole characters."));
			}
			i += paired ? 1 : 0;
		}
	}

	/** Clients choose the name freely, so only a harmless one is repeated. */
	private static String shown(String name) {
		return name.matches("[a-zA-Z_-]{1,40}") ? name : "of an unknown name";
	}

}
