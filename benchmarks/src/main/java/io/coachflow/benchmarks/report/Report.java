package io.coachflow.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints the results as a table and writes {@code results.json}, {@code results.md} and
 * {@code results.svg}; {@code warm-up.svg} too where the warm-up was measured.
 */
public final class Report {

	private final Results results;

	/** Reports one run. */
	public Report(Results results) {
		this.results = results;
	}

	/**
	 * Prints, and writes the files.
	 * @param folder created if absent
	 */
	public void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		Files.write(folder.resolve("results.json"), mapper.writeValueAsBytes(new Document(this.results)));
		Tables tables = new Tables(this.results);
		Files.writeString(folder.resolve("results.md"), tables.markdown());
		Files.writeString(folder.resolve("results.svg"), new Picture(this.results).svg());
		if (!this.results.warmUps().isEmpty()) {
			Files.writeString(folder.resolve("warm-up.svg"), new WarmUpPicture(this.results.warmUps()).svg());
		}
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		out.println();
		out.println(tables.text());
		out.println("Written: " + folder.toAbsolutePath().normalize() + "/results.{json,md,svg}");
	}

}
