package io.coachflow.app.fastpath;

import java.io.IOException;

import io.coachflow.app.security.SecurityHeaders;
import io.coachflow.app.security.VerifiedTokens;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers plain requests of the most frequent calls with a token that was verified
 * shortly before. Everything else goes on to the other filters and Spring MVC, which
 * alone refuse tokens, and which answer the same.
 */
final class FastPathFilter implements Filter {

	private static final String BEARER = "Bearer ";

	private final FastCalls calls;

	private final VerifiedTokens tokens;

	private final SecurityHeaders headers;

	private final LocaleResolver locales;

	private final HandlerExceptionResolver errors;

	private final JsonMapper mapper;

	FastPathFilter(FastCalls calls, VerifiedTokens tokens, SecurityHeaders headers, LocaleResolver locales,
			HandlerExceptionResolver errors, JsonMapper mapper) {
		this.calls = calls;
		this.tokens = tokens;
		this.headers = headers;
		this.locales = locales;
		this.errors = errors;
		this.mapper = mapper;
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		FastCall call = this.calls.find(request.getMethod(), request.getRequestURI());
		if (call == null) {
			chain.doFilter(servletRequest, servletResponse);
			return;
		}
		Jwt token = PlainRequests.isPlain(request) ? verified(request.getHeader(HttpHeaders.AUTHORIZATION)) : null;
		call.count(token != null);
		if (token == null) {
			chain.doFilter(servletRequest, servletResponse);
			return;
		}
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		long begun = System.nanoTime();
		try {
			answer(call, token, request, response);
		}
		finally {
			call.record(response.getStatus(), System.nanoTime() - begun);
		}
	}

	private @Nullable Jwt verified(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith(BEARER)) {
			return null;
		}
		Jwt token = this.tokens.known(authorization.substring(BEARER.length()));
		return (token != null && Scopes.includeCoaching(token)) ? token : null;
	}

	private void answer(FastCall call, Jwt token, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		try {
			write(call.answer(request, body(request), token::getSubject, this.locales.resolveLocale(request)), request,
					response);
		}
		catch (Exception ex) {
			// Errors are never cached; the other headers are those of every response
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			this.headers.writeHeaders(request, response);
			if (this.errors.resolveException(request, response, null, ex) == null) {
				throw new ServletException(ex);
			}
		}
	}

	private static byte[] body(HttpServletRequest request) {
		try {
			return request.getInputStream().readNBytes(Math.max(request.getContentLength(), 0));
		}
		catch (IOException ex) {
			throw new HttpMessageNotReadableException("The body broke off", ex, new ServletServerHttpRequest(request));
		}
	}

	private void write(ResponseEntity<?> entity, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		byte[] body = this.mapper.writeValueAsBytes(entity.getBody());
		response.setStatus(entity.getStatusCode().value());
		entity.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		this.headers.writeHeaders(request, response);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
