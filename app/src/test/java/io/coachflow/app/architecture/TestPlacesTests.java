package io.coachflow.app.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests stand beside what they test: unit and integration tests in the package of its
 * main code, hence in its module; end-to-end tests alone in app. What two of them would
 * change at once is locked, and each can run twice.
 */
class TestPlacesTests {

	private static final Path TESTS = Path.of("src/test/java");

	private static final Path END_TO_END = Path.of("io/coachflow/app/e2e");

	/**
	 * What these test has no package: the build and its pages, and the published schemas.
	 */
	private static final Set<Path> WITHOUT_CODE = Set.of(Path.of("io/coachflow/app/architecture"),
			Path.of("io/coachflow/contracts/schema"));

	private static final Pattern FIXTURE = Pattern.compile("^import org\\.axonframework\\.test\\..*TestFixture;$",
			Pattern.MULTILINE);

	private static final String CLOCK_LOCK = "@ResourceLock(\"org.axonframework.eventhandling.GenericEventMessage.clock\")";

	private static final Pattern CLOSED_FOR_EVER = Pattern.compile("^\\s*@AutoClose\\b[^;{]*?\\bstatic\\b",
			Pattern.MULTILINE);

	@Test
	void unitAndIntegrationTestsAreInThePackageOfTheirCode() throws IOException {
		List<String> lost = new ArrayList<>();
		for (String module : new Modules().names()) {
			Path folder = Page.PROJECT.resolve(module);
			for (Path test : tests(folder, "Tests.java", "IT.java")) {
				Path home = folder.resolve(TESTS).relativize(test).getParent();
				if (!WITHOUT_CODE.contains(home) && !Files.isDirectory(folder.resolve(Modules.SOURCES).resolve(home))) {
					lost.add(module + ": " + test.getFileName());
				}
			}
		}
		assertThat(lost).as("tests without main code in their package").isEmpty();
	}

	@Test
	void endToEndTestsAreInOnePlace() throws IOException {
		List<String> lost = new ArrayList<>();
		for (String module : new Modules().names()) {
			Path folder = Page.PROJECT.resolve(module);
			for (Path test : tests(folder, "E2E.java")) {
				if (!folder.resolve(TESTS).relativize(test).getParent().equals(END_TO_END)) {
					lost.add(module + ": " + test.getFileName());
				}
			}
		}
		assertThat(lost).as("end-to-end tests outside of app's package e2e").isEmpty();
	}

	/**
	 * Axon's fixtures set the clock of all events of the JVM, in which another class may
	 * run at the same time.
	 */
	@Test
	void whatUsesAnAxonFixtureLocksTheClockOfEvents() throws IOException {
		assertThat(whose((source) -> FIXTURE.matcher(source).find() && !source.contains(CLOCK_LOCK)))
			.as("test classes with one of Axon's fixtures and without " + CLOCK_LOCK)
			.isEmpty();
		assertThat(whose((source) -> FIXTURE.matcher(source).find() && source.contains(CLOCK_LOCK))).isNotEmpty();
	}

	/**
	 * The build may run a class once more in the same JVM. What JUnit has closed would
	 * still be closed then.
	 */
	@Test
	void noFieldThatIsClosedOutlivesARunOfItsClass() throws IOException {
		assertThat(whose((source) -> CLOSED_FOR_EVER.matcher(source).find()))
			.as("test classes with @AutoClose at a static field")
			.isEmpty();
	}

	/** The test classes, and what helps them, whose source is like that. */
	private static List<String> whose(Predicate<String> condition) throws IOException {
		List<String> found = new ArrayList<>();
		for (String module : new Modules().names()) {
			for (Path test : tests(Page.PROJECT.resolve(module), ".java")) {
				if (condition.test(Files.readString(test))) {
					found.add(module + ": " + test.getFileName());
				}
			}
		}
		return found;
	}

	private static List<Path> tests(Path module, String... endings) throws IOException {
		try (Stream<Path> files = Files.walk(module.resolve(TESTS))) {
			return files.filter((file) -> Stream.of(endings).anyMatch(file.getFileName().toString()::endsWith))
				.sorted()
				.toList();
		}
	}

}
