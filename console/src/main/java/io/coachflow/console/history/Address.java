package io.coachflow.console.history;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An address of the console with what somebody typed in its query.
 */
final class Address {

	private final UriComponentsBuilder builder;

	private final Map<String, Object> values = new HashMap<>();

	Address(String path) {
		this.builder = UriComponentsBuilder.fromPath(path);
	}

	/** A session's page. */
	static Address ofSession(String sessionId) {
		Address address = new Address("/history/{id}");
		address.values.put("id", sessionId);
		return address;
	}

	/** Adds a parameter, unless it is absent. */
	Address with(String name, @Nullable String value) {
		if (value != null) {
			this.builder.queryParam(name, "{" + name + "}");
			this.values.put(name, value);
		}
		return this;
	}

	@Override
	public String toString() {
		return this.builder.encode().buildAndExpand(this.values).toUriString();
	}

}
