package io.coachflow.console.api;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.DefaultUriBuilderFactory.EncodingMode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The REST API, called with the token and in the language of the user whose request is
 * served. What it refuses is an {@link ApiException}.
 */
@Component
public final class CoachflowApi {

	private static final Duration CONNECT = Duration.ofSeconds(2);

	/** Verifying a long log takes the longest. */
	private static final Duration READ = Duration.ofMinutes(2);

	private final ApiAddress address;

	private final UserToken token;

	private final RestClient http;

	private final JsonMapper mapper;

	CoachflowApi(ApiAddress address, UserToken token, JsonMapper mapper) {
		this.address = address;
		this.token = token;
		this.mapper = mapper;
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(CONNECT).build());
		requests.setReadTimeout(READ);
		this.http = RestClient.builder()
			.requestFactory(requests)
			.configureMessageConverters((converters) -> converters.registerDefaults()
				.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper)))
			.build();
	}

	/** Reads something. */
	public <T> T get(Class<T> type, String path, Object... variables) {
		return call(HttpMethod.GET, path, variables).as(type);
	}

	/** Sends a body and reads the answer. */
	public <T> T post(Class<T> type, @Nullable Object body, String path, Object... variables) {
		return call(HttpMethod.POST, path, variables).body(body).as(type);
	}

	/** Sends a body and leaves the answer alone. */
	public void postVoid(@Nullable Object body, String path, Object... variables) {
		call(HttpMethod.POST, path, variables).body(body).bytes();
	}

	/** Replaces something. */
	public <T> T put(Class<T> type, @Nullable Object body, String path, Object... variables) {
		return call(HttpMethod.PUT, path, variables).body(body).as(type);
	}

	/** Changes something. */
	public <T> T patch(Class<T> type, @Nullable Object body, String path, Object... variables) {
		return call(HttpMethod.PATCH, path, variables).body(body).as(type);
	}

	/** Deletes something. */
	public void delete(String path, Object... variables) {
		call(HttpMethod.DELETE, path, variables).bytes();
	}

	/**
	 * A call to complete.
	 * @param path begins with a slash; {@code {names}} in it are filled with the
	 * variables in their order, encoded
	 */
	public ApiCall call(HttpMethod method, String path, Object... variables) {
		// A path with a query comes encoded from ApiPath
		DefaultUriBuilderFactory addresses = new DefaultUriBuilderFactory(this.address.base());
		addresses.setEncodingMode((variables.length == 0) ? EncodingMode.NONE : EncodingMode.VALUES_ONLY);
		Locale locale = Objects.requireNonNull(LocaleContextHolder.getLocale());
		return new ApiCall(this.http.method(method)
			.uri(addresses.expand(path, variables))
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.token.value())
			.header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag()), this.mapper);
	}

}
