package io.coachflow.console.businesspackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

import io.coachflow.contracts.rest.PackageResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packages as the API sends them.
 */
final class Samples {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private Samples() {
	}

	/** The package of that name, such as {@code complete-en}. */
	static PackageResponse response(String name) {
		try (InputStream in = Samples.class.getResourceAsStream("/package/" + name + ".json")) {
			return JSON.readValue(Objects.requireNonNull(in), PackageResponse.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static PackagePage page(String name) {
		return PackagePage.of(response(name), Locale.ENGLISH);
	}

}
