package io.coachflow.console.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The language that somebody chose by {@code ?lang=}, kept in a cookie. It stands for the
 * browser's.
 */
public final class ChosenLanguage extends OncePerRequestFilter {

	private static final String COOKIE = "coachflow-lang";

	private static final List<String> LANGUAGES = List.of("en", "fr");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String asked = request.getParameter("lang");
		if (asked != null && LANGUAGES.contains(asked)) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(COOKIE, asked)
						.path("/")
						.httpOnly(true)
						.sameSite("Lax")
						.secure(request.isSecure())
						.maxAge(365L * 24 * 60 * 60)
						.build()
						.toString());
		}
		String language = (asked != null && LANGUAGES.contains(asked)) ? asked : kept(request);
		chain.doFilter((language != null) ? new InLanguage(request, language) : request, response);
	}

	private static @Nullable String kept(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? null
				: Arrays.stream(cookies)
					.filter((cookie) -> cookie.getName().equals(COOKIE) && LANGUAGES.contains(cookie.getValue()))
					.map(Cookie::getValue)
					.findFirst()
					.orElse(null);
	}

	private static final class InLanguage extends HttpServletRequestWrapper {

		private final String language;

		InLanguage(HttpServletRequest request, String language) {
			super(request);
			this.language = language;
		}

		@Override
		public Locale getLocale() {
			return Locale.of(this.language);
		}

		@Override
		public Enumeration<Locale> getLocales() {
			return Collections.enumeration(List.of(getLocale()));
		}

		@Override
		public @Nullable String getHeader(String name) {
			return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name) ? this.language : super.getHeader(name);
		}

	}

}
