package io.coachflow.app.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documents name is there.
 */
class NamedClassesTests {

	private static final Pattern LINKED_CLASS = Pattern.compile("\\[`([A-Z]\\w+)`]\\(([^)]+)\\)");

	private static final Pattern NAMED_CLASS = Pattern.compile("`([A-Z][a-z]\\w*)[.`]");

	private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w+)");

	private final Page architecture = Page.of("docs/architecture.md");

	@Test
	void everyLinkOfADocumentLeadsToAFile() {
		assertThat(Page.all().stream().flatMap(NamedClassesTests::brokenLinks)).isEmpty();
	}

	private static Stream<String> brokenLinks(Page page) {
		return page.linked()
			.stream()
			.filter((target) -> !Files.exists(target))
			.map((target) -> page.path() + " links to " + Page.PROJECT.relativize(target));
	}

	@Test
	void everyClassOfTheArchitecturePageExists() throws IOException {
		Set<String> declared = declaredTypes();
		assertThat(NAMED_CLASS.matcher(this.architecture.text())
			.results()
			.map((name) -> name.group(1))
			.filter((name) -> !declared.contains(name))).as("docs/architecture.md names no longer existing classes")
			.isEmpty();
	}

	@Test
	void everyLinkedClassIsCalledAsItsFile() {
		assertThat(LINKED_CLASS.matcher(this.architecture.text())
			.results()
			.filter((link) -> !link.group(2).endsWith("/" + link.group(1) + ".java"))
			.map((link) -> link.group())).isEmpty();
	}

	private static Set<String> declaredTypes() throws IOException {
		Set<String> names = new HashSet<>();
		try (Stream<Path> modules = Files.list(Page.PROJECT)) {
			for (Path sources : modules.map((module) -> module.resolve("src")).filter(Files::isDirectory).toList()) {
				try (Stream<Path> files = Files.walk(sources)) {
					for (Path file : files.filter((it) -> it.toString().endsWith(".java")).toList()) {
						DECLARATION.matcher(Files.readString(file))
							.results()
							.forEach((declaration) -> names.add(declaration.group(1)));
					}
				}
			}
		}
		return names;
	}

}
