package io.coachflow.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The log file of a server. The log of the previous run is kept beside it.
 *
 * @param file the log file
 */
record ServerLog(Path file) {

	private static final int LINES_SHOWN = 5;

	void rotate() throws IOException {
		if (Files.exists(this.file)) {
			Files.move(this.file, this.file.resolveSibling(this.file.getFileName() + ".1"),
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** The last lines, for the sentence that says why a server did not start. */
	String lastLines() throws IOException {
		if (!Files.exists(this.file)) {
			return "(it wrote no log)";
		}
		List<String> lines = new String(Files.readAllBytes(this.file), StandardCharsets.UTF_8).lines().toList();
		return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
	}

}
