package io.coachflow.console.api;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A path of the API with its query, which leaves out what is not given.
 */
public final class ApiPath {

	private final StringBuilder path;

	private boolean queried;

	private ApiPath(String path) {
		this.path = new StringBuilder(path);
	}

	/**
	 * A path without a query.
	 * @param path begins with a slash
	 */
	public static ApiPath of(String path) {
		return new ApiPath(path);
	}

	/**
	 * With a parameter; null and blank texts are left out.
	 */
	public ApiPath query(String name, @Nullable Object value) {
		if (value != null && !value.toString().isBlank()) {
			this.path.append(this.queried ? '&' : '?')
				.append(name)
				.append('=')
				.append(UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
			this.queried = true;
		}
		return this;
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

}
