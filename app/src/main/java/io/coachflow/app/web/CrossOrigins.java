package io.coachflow.app.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.coachflow.contracts.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Allows pages of the origins in the settings to call every path, with every method and
 * header: a token decides what a caller may do. Cookies are never used, so {@code *}
 * allows no more than any program outside a browser can do.
 */
@Component
class CrossOrigins implements CorsProcessor, CorsConfigurationSource {

	/** The headers that a page may read beside those that the Fetch standard allows. */
	private static final List<String> EXPOSED = List.of(HttpHeaders.ETAG, "Next-Cursor", "Idempotency-Replayed",
			HttpHeaders.RETRY_AFTER, HttpHeaders.LOCATION, HttpHeaders.CONTENT_DISPOSITION,
			HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.ALLOW);

	private final Headers headers = new Headers();

	private final @Nullable CorsConfiguration rules;

	private final ErrorWriter errors;

	CrossOrigins(CorsSettings settings, ErrorWriter errors) {
		this.rules = settings.allowedOrigins().isEmpty() ? null : rules(settings.allowedOrigins());
		this.errors = errors;
	}

	/** The same for every path; null if no origin is allowed. */
	@Override
	public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
		return this.rules;
	}

	@Override
	public boolean processRequest(@Nullable CorsConfiguration configuration, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (this.headers.processRequest(configuration, request, response)) {
			return true;
		}
		this.errors.write(request, response, ErrorCode.FORBIDDEN,
				"Pages of this origin may not call: coachflow.cors.allowed-origins must contain it, letter by letter.");
		return false;
	}

	/** Lets a page read an error that was sent before any filter ran. */
	void addHeaders(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.headers.processRequest(this.rules, request, response);
	}

	private static CorsConfiguration rules(List<String> origins) {
		CorsConfiguration rules = new CorsConfiguration();
		rules.setAllowedOrigins(origins);
		rules.addAllowedMethod(CorsConfiguration.ALL);
		rules.addAllowedHeader(CorsConfiguration.ALL);
		rules.setExposedHeaders(EXPOSED);
		rules.setMaxAge(Duration.ofHours(1));
		return rules;
	}

	/** Spring's rules without its text in the body. */
	private static final class Headers extends DefaultCorsProcessor {

		@Override
		protected void rejectRequest(ServerHttpResponse response) {
			// processRequest writes the error, in the one shape
		}

	}

}
