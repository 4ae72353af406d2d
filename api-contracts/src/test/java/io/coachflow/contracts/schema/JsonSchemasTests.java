package io.coachflow.contracts.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Formats in the schemas are validated, and not only annotations.
 */
class JsonSchemasTests {

	@ParameterizedTest
	@CsvSource({ "date-time, 2026-11-22T12:00:00Z, yesterday", "date, 2026-11-22, 2026-22-11",
			"uri, urn:coachflow:schema:x, no uri", "uuid, 5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c, 5a2f" })
	void formatsAreRules(String format, String good, String bad) {
		String schema = """
				{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "format": "%s"}"""
			.formatted(format);

		assertThat(JsonSchemas.flaws(schema, '"' + good + '"')).isEmpty();
		assertThat(JsonSchemas.flaws(schema, '"' + bad + '"')).singleElement().asString().contains(format);
	}

	@Test
	void aSchemaThatIsNoneIsAFlaw() {
		assertThat(JsonSchemas.flaws("{\"type\": \"text\"}", "\"x\"")).isNotEmpty();
	}

	/** Another validator with default settings would not validate formats. */
	@Test
	void nothingElseMakesAValidator() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(".."))) {
			List<String> makers = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !file.toString().contains("/target/"))
				.filter(JsonSchemasTests::makesAValidator)
				.map((file) -> file.getFileName().toString())
				.toList();
			assertThat(makers).containsExactly("JsonSchemas.java");
		}
	}

	private static boolean makesAValidator(Path file) {
		try {
			return Files.readString(file).contains("import com.networknt.schema" + ".SchemaRegistry");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
