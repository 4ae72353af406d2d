package io.coachflow.app.security;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page of the local issuer: one button for each user, and no password. Its
 * address has the parameters of the client's request, which is repeated after the choice,
 * so two windows may sign in at once.
 */
@Controller
@Profile("!prod")
@Hidden
class SignInPage {

	static final String PATH = "/login";

	private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	@GetMapping(PATH)
	String page(HttpServletRequest request, Locale accepted,
			@CookieValue(name = "coachflow-lang", required = false) @Nullable String chosen, Model model) {
		if (request.getParameter(OAuth2ParameterNames.CLIENT_ID) == null) {
			// Somebody came by hand: only a client can begin a sign-in
			return "redirect:/";
		}
		Locale locale = ("en".equals(chosen) || "fr".equals(chosen)) ? Locale.of(chosen) : accepted;
		ResourceBundle texts = ResourceBundle.getBundle("issuer/login", locale, NO_FALLBACK);
		model.addAttribute("lang", texts.getString("language"));
		model.addAttribute("title", texts.getString("title"));
		model.addAttribute("explanation", texts.getString("explanation"));
		model.addAttribute("question", texts.getString("question"));
		model.addAttribute("users", users(texts));
		model.addAttribute("action", PATH + "?" + SignInRequests.query(request));
		return "issuer/login";
	}

	@PostMapping(PATH)
	ResponseEntity<Void> choose(HttpServletRequest request, @RequestParam String user) {
		if (!LocalIssuerConfiguration.SCOPE_BY_CLIENT.containsKey(user)) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, "The local run has no such user: choose one of "
					+ String.join(", ", LocalIssuerConfiguration.SCOPE_BY_CLIENT.keySet()) + ".");
		}
		ChosenUser.remember(request, user);
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(LocalIssuerDocuments.AUTHORIZE + "?" + SignInRequests.query(request)))
			.build();
	}

	private static List<User> users(ResourceBundle texts) {
		return LocalIssuerConfiguration.SCOPE_BY_CLIENT.keySet()
			.stream()
			.map((name) -> new User(name, texts.getString("role." + name), texts.getString("may." + name)))
			.toList();
	}

	/**
	 * Somebody to sign in as.
	 *
	 * @param name the name, as in tokens
	 * @param role who that is
	 * @param may what they may do
	 */
	record User(String name, String role, String may) {

	}

}
