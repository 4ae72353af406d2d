package io.coachflow.console.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of the API, completed step by step.
 */
public final class ApiCall {

	/** What a document may say of itself to the browser. */
	private static final List<String> OF_DOCUMENTS = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION,
			HttpHeaders.CONTENT_LENGTH);

	private final RestClient.RequestBodySpec request;

	private final JsonMapper mapper;

	ApiCall(RestClient.RequestBodySpec request, JsonMapper mapper) {
		this.request = request;
		this.mapper = mapper;
	}

	/** With a header. */
	public ApiCall header(String name, String value) {
		this.request.header(name, value);
		return this;
	}

	/** With a body, as JSON; null for none. */
	public ApiCall body(@Nullable Object body) {
		if (body != null) {
			this.request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return this;
	}

	/** With what is wanted. */
	public ApiCall accept(MediaType type) {
		this.request.accept(type);
		return this;
	}

	/**
	 * The answer.
	 * @throws ApiException if the API refuses, or cannot be reached
	 */
	public <T> T as(Class<T> type) {
		T body = response(type).getBody();
		if (body == null) {
			throw new ApiException(502, "BAD_GATEWAY", "The service gave no answer. Try again.", null);
		}
		return body;
	}

	/** The answer's bytes; none if it has no body. */
	public byte[] bytes() {
		byte[] body = response(byte[].class).getBody();
		return (body != null) ? body : new byte[0];
	}

	/** The answer with its headers. */
	public <T> ResponseEntity<T> response(Class<T> type) {
		try {
			return this.request.retrieve()
				.onStatus((status) -> status.isError(), (_, response) -> refuse(response))
				.toEntity(type);
		}
		catch (ResourceAccessException ex) {
			throw unreachable(ex);
		}
	}

	/** Gives a document to the browser. */
	public void copyTo(HttpServletResponse browser) {
		try {
			this.request.exchange((_, response) -> {
				if (response.getStatusCode().isError()) {
					refuse(response);
				}
				for (String name : OF_DOCUMENTS) {
					String value = response.getHeaders().getFirst(name);
					if (value != null) {
						browser.setHeader(name, value);
					}
				}
				response.getBody().transferTo(browser.getOutputStream());
				return true;
			});
		}
		catch (ResourceAccessException ex) {
			throw unreachable(ex);
		}
	}

	private static ApiException unreachable(ResourceAccessException cause) {
		ApiException unreachable = new ApiException(503, "SERVICE_UNAVAILABLE",
				"The service cannot be reached. Nothing is lost: try again in a moment.", Duration.ofSeconds(2));
		unreachable.initCause(cause);
		return unreachable;
	}

	private void refuse(ClientHttpResponse response) {
		try {
			int status = response.getStatusCode().value();
			String after = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
			byte[] body = response.getBody().readAllBytes();
			JsonNode told = json(body);
			throw new ApiException(status, told.path("error").asString("HTTP_" + status),
					told.path("message").asString("The service answered with the status " + status + "."),
					(after != null && after.matches("\\d{1,6}")) ? Duration.ofSeconds(Long.parseLong(after)) : null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private JsonNode json(byte[] body) {
		try {
			return this.mapper.readTree(body);
		}
		catch (JacksonException _) {
			return this.mapper.missingNode();
		}
	}

}
