package io.coachflow.contracts.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Published schemas stay compatible: {@code src/test/resources/published} holds each
 * schema as first published, with all later additions.
 */
class PublishedSchemasTests {

	private static final Path PUBLISHED = Path.of("src/test/resources/published");

	private static final Path PRESENT = Path.of("src/main/resources/schemas");

	static List<String> published() throws IOException {
		return files(PUBLISHED);
	}

	@ParameterizedTest
	@MethodSource("published")
	void aPublishedSchemaOnlyChangesAsEverybodyCanTake(String schema) throws IOException {
		assertThat(PRESENT.resolve(schema)).as("A published schema stays: publish another version beside it").exists();
		assertThat(SchemaChanges.problems(JsonMapper.shared().readTree(PUBLISHED.resolve(schema).toFile()),
				JsonMapper.shared().readTree(PRESENT.resolve(schema).toFile())))
			.as("Older readers or writers of %s could not take this: leave it, and publish another version beside it",
					schema)
			.isEmpty();
	}

	/** Otherwise a later change of an addition would not be noticed. */
	@ParameterizedTest
	@MethodSource("published")
	void whatIsAddedToASchemaIsPublishedToo(String schema) throws IOException {
		assertThat(SchemaChanges.problems(JsonMapper.shared().readTree(PRESENT.resolve(schema).toFile()),
				JsonMapper.shared().readTree(PUBLISHED.resolve(schema).toFile())))
			.as("What is new in %s is published with this build: add it to %s", schema, PUBLISHED)
			.isEmpty();
	}

	@Test
	void everySchemaIsAmongThePublishedOnes() throws IOException {
		assertThat(files(PUBLISHED))
			.as("A new schema is published with this build: copy it from src/main/resources/schemas to %s", PUBLISHED)
			.containsExactlyElementsOf(files(PRESENT));
	}

	private static List<String> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> folder.relativize(file).toString())
				.sorted()
				.toList();
		}
	}

}
