package io.coachflow.app.web;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An origin that no browser would send is no setting.
 */
class CorsSettingsTests {

	@Test
	void originsAreGivenWithCommas() {
		assertThat(origins("https://app.example, http://localhost:5173,http://[::1]:8080"))
			.containsExactly("https://app.example", "http://localhost:5173", "http://[::1]:8080");
		assertThat(origins("*")).containsExactly("*");
		assertThat(origins("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://app.example/", "https://app.example/page", "app.example", "localhost:5173",
			"https://App.example", "HTTPS://app.example", "https://app.example:443", "http://app.example:80",
			"https://*.app.example", "https://user@app.example", "https://app.example?x", "https://", "null",
			"ftp://app.example", "https://app example", "https://app.example,*", "*,*" })
	void anythingElseRefusesTheStartAndNamesTheSetting(String origins) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> origins(origins))
			.havingRootCause()
			.withMessageStartingWith("coachflow.cors.allowed-origins: ");
	}

	private static List<String> origins(String setting) {
		return new Binder(new MapConfigurationPropertySource(Map.of("coachflow.cors.allowed-origins", setting)))
			.bind("coachflow.cors", CorsSettings.class)
			.get()
			.allowedOrigins();
	}

}
