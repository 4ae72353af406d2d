package io.coachflow.app.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the project's documents.
 *
 * @param path relative to the project's folder
 */
record Page(Path path, String text) {

	static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

	static Page of(String path) {
		try {
			return new Page(Path.of(path), Files.readString(PROJECT.resolve(path)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The README, the pages of {@code docs} and the decisions. */
	static List<Page> all() {
		return Stream.concat(Stream.of(of("README.md")), Stream.concat(in("docs"), in("docs/adr"))).toList();
	}

	/** The pages of a folder, in the order of their names. */
	static Stream<Page> in(String folder) {
		String[] names = PROJECT.resolve(folder).toFile().list((_, name) -> name.endsWith(".md"));
		return Arrays.stream(names).sorted().map((name) -> of(folder + "/" + name));
	}

	/** What its links to files of the project lead to. */
	List<Path> linked() {
		return LINK.matcher(this.text)
			.results()
			.map((link) -> link.group(1))
			.filter((target) -> !target.contains("://"))
			.map((target) -> PROJECT.resolve(this.path).getParent().resolve(target).normalize())
			.toList();
	}

	/** The cells of its tables' rows, without those of the heads. */
	List<List<String>> rows() {
		List<String> lines = this.text.lines().toList();
		return Stream.iterate(2, (line) -> line < lines.size(), (line) -> line + 1)
			.filter((line) -> lines.get(line).startsWith("|") && lines.get(line - 1).startsWith("|"))
			.map((line) -> Arrays.stream(lines.get(line).substring(1).split("(?<!\\\\)\\|"))
				.map(String::strip)
				.toList())
			.toList();
	}

	/** The page with other text between its markers of that name. */
	Page with(String marker, String block) {
		String begin = "<!-- " + marker + " -->\n";
		String end = "<!-- /" + marker + " -->";
		int from = this.text.indexOf(begin);
		int to = this.text.indexOf(end);
		if (from < 0 || to < from) {
			throw new IllegalStateException(this.path + " needs the lines " + begin.strip() + " and " + end);
		}
		return new Page(this.path, this.text.substring(0, from) + begin + block + this.text.substring(to));
	}

}
