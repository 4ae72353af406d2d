package io.coachflow.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code benchmarks/train} is asked for.
 *
 * @param jar of the production, beside the folder {@code lib} of what it needs
 * @param out the cache
 * @param steps how many at least
 * @param jvmOptions those that the service will be started with
 * @param work a folder for the servers' data
 */
record TrainingOptions(Path jar, Path out, long steps, List<String> jvmOptions, Path work) {

	/**
	 * Reads options in the form {@code --name value}.
	 * @throws IllegalArgumentException if one is unknown or missing, or if there is no
	 * such jar
	 */
	static TrainingOptions parse(String... arguments) {
		Map<String, String> given = new HashMap<>();
		for (int i = 0; i < arguments.length; i += 2) {
			if (!List.of("--jar", "--out", "--steps", "--jvm", "--work").contains(arguments[i])
					|| i + 1 == arguments.length) {
				throw new IllegalArgumentException("Unknown option, or one without its value: " + arguments[i]);
			}
			given.put(arguments[i], arguments[i + 1]);
		}
		Path jar = path(given, "--jar");
		if (!Files.isRegularFile(jar)) {
			throw new IllegalArgumentException("There is no jar " + jar);
		}
		String jvm = given.getOrDefault("--jvm", "").strip();
		return new TrainingOptions(jar, path(given, "--out"), Long.parseLong(given.getOrDefault("--steps", "20000")),
				jvm.isEmpty() ? List.of() : List.of(jvm.split("\\s+")),
				Path.of(given.getOrDefault("--work", System.getProperty("java.io.tmpdir"))));
	}

	private static Path path(Map<String, String> given, String name) {
		String path = given.get(name);
		if (path == null) {
			throw new IllegalArgumentException("The training needs " + name);
		}
		return Path.of(path).toAbsolutePath();
	}

}
