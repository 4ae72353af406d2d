package io.coachflow.console.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The texts of all pages, in both languages, and what no template may have.
 */
class TextsTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/**
	 * What would let words become markup, or what the content security policy refuses,
	 * and names that Thymeleaf has taken for its own.
	 */
	private static final Pattern FORBIDDEN = Pattern.compile(
			"th:utext|\\[\\(|\\sstyle=|\\son[a-z]+=|hx-on|<script(?![^>]*src=)|<style|\\$\\{(session|param|application)\\b",
			Pattern.CASE_INSENSITIVE);

	@ParameterizedTest
	@MethodSource
	void bothLanguagesHaveTheSameTexts(String bundle) throws IOException {
		Properties english = texts(bundle + ".properties");
		Properties french = texts(bundle + "_fr.properties");

		assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
		assertThat(english.values()).doesNotContain("");
		assertThat(french.values()).doesNotContain("");
	}

	static String[] bothLanguagesHaveTheSameTexts() {
		return WebParts.BUNDLES;
	}

	@Test
	void noTemplateHasAScriptAStyleOrWordsAsMarkup() throws IOException {
		List<String> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				FORBIDDEN.matcher(Files.readString(file))
					.results()
					.forEach((it) -> found.add(TEMPLATES.relativize(file) + ": " + it.group()));
			}
		}
		assertThat(found).isEmpty();
	}

	/** Maven leaves a file of this name out of the jar, see findings. */
	@Test
	void noTemplateHasTheNameThatNoJarTakes() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			assertThat(files.map((file) -> file.getFileName().toString())).doesNotContain("package.html");
		}
	}

	private static Properties texts(String name) throws IOException {
		Properties texts = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(TextsTests.class.getResourceAsStream("/" + name), name),
				StandardCharsets.UTF_8)) {
			texts.load(reader);
		}
		return texts;
	}

}
