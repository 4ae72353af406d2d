package io.coachflow.console.web;

import java.io.IOException;
import java.security.Principal;
import java.util.List;

import io.coachflow.console.api.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the API refused becomes a page, or a notice on the page that asked for a part.
 */
@ControllerAdvice("io.coachflow.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleErrors {

	@ExceptionHandler(ResponseStatusException.class)
	@Nullable ModelAndView refused(ResponseStatusException refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		int status = refusal.getStatusCode().value();
		String reason = refusal.getReason();
		return refused(new ApiException(status, "HTTP_" + status,
				(reason != null) ? reason : "This address shows nothing. Check it.", null), request, response);
	}

	@ExceptionHandler(ApiException.class)
	@Nullable ModelAndView refused(ApiException refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (refusal.status() == HttpStatus.UNAUTHORIZED.value()) {
			SignIn.again(request, response);
			return null;
		}
		boolean part = Htmx.asks(request);
		ModelAndView shown = new ModelAndView(part ? "console/error :: notice" : "console/error");
		Principal user = request.getUserPrincipal();
		shown.addObject("nav", (user instanceof Authentication known) ? Nav.of(known.getAuthorities()) : List.of());
		shown.addObject("user", (user != null) ? user.getName() : null);
		shown.addObject("status", refusal.status());
		shown.addObject("message", refusal.message());
		if (part) {
			response.setHeader("HX-Retarget", "#notice");
			response.setHeader("HX-Reswap", "innerHTML");
		}
		shown.setStatus(HttpStatus.valueOf(refusal.status()));
		return shown;
	}

}
