package io.coachflow.app.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The picture in docs/architecture.md shows the modules and packages that the build has.
 */
class ArchitectureDiagramTests {

	private static final Path DRAWN = Path.of("target/architecture.md");

	/** A line of packages in a box is about that long, in characters. */
	private static final int WIDTH = 25;

	@Test
	void thePictureShowsTheModulesOfTheBuild() throws IOException {
		Page page = Page.of("docs/architecture.md");
		Page drawn = page.with("modules", diagram(new Modules()));
		Files.writeString(DRAWN, drawn.text());
		assertThat(page.text())
			.as("docs/architecture.md shows other modules, packages or dependencies than the build has: "
					+ "cp app/target/architecture.md docs/architecture.md")
			.isEqualTo(drawn.text());
	}

	private static String diagram(Modules modules) {
		StringBuilder text = new StringBuilder("```mermaid\nflowchart TD\n");
		// Neighbours need the same modules, so that few arrows cross
		List<String> ordered = modules.names()
			.stream()
			.sorted(Comparator.comparing((module) -> String.join(",", modules.directlyNeeded(module))))
			.toList();
		for (String module : ordered) {
			text.append("  %s[\"<b>%s</b>%s\"]\n".formatted(id(module), module, lines(modules.packages(module))));
		}
		for (String module : ordered) {
			ordered.stream()
				.filter(modules.directlyNeeded(module)::contains)
				.forEach((needed) -> text.append("  %s --> %s\n".formatted(id(module), id(needed))));
		}
		return text.append("```\n").toString();
	}

	private static String id(String module) {
		return module.replace("-", "");
	}

	private static String lines(List<String> packages) {
		StringBuilder text = new StringBuilder();
		int length = WIDTH;
		for (String name : packages) {
			boolean fits = length + name.length() < WIDTH;
			text.append(fits ? ", " : (text.isEmpty() ? "" : ",") + "<br/>").append(name);
			length = (fits ? length : 0) + name.length() + 2;
		}
		return text.toString();
	}

}
