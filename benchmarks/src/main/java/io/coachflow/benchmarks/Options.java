package io.coachflow.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param quick a few minutes and a small log instead of a full run
 * @param parts what to measure
 * @param events size of the big log; 0 for the plan's own
 * @param out where the results are written
 * @param jar the production jar
 * @param baseline another version's production jar, to compare with
 * @param peers where the peers are installed
 * @param work a folder on a real disk for the servers' data
 * @param commit what the jar was built from
 * @param jvmOptions what the service's JVM gets
 * @param baselineJvmOptions what the baseline's JVM gets
 */
record Options(boolean quick, Set<Part> parts, long events, Path out, Path jar, @Nullable Path baseline, Path peers,
		Path work, String commit, List<String> jvmOptions, List<String> baselineJvmOptions) {

	private static final String QUICK = "--quick";

	private static final Set<String> WITH_VALUE = Set.of("--only", "--events", "--out", "--jar", "--baseline",
			"--peers", "--work", "--commit", "--jvm", "--baseline-jvm");

	/**
	 * Reads options in the form {@code --name value}.
	 * @throws IllegalArgumentException if one is unknown, lacks its value or lacks
	 * another one
	 */
	static Options parse(String... arguments) {
		Map<String, String> given = new HashMap<>();
		for (Iterator<String> left = List.of(arguments).iterator(); left.hasNext();) {
			String name = left.next();
			if (name.equals(QUICK)) {
				given.put(name, "");
			}
			else if (WITH_VALUE.contains(name) && left.hasNext()) {
				given.put(name, left.next());
			}
			else {
				throw new IllegalArgumentException("Unknown option, or one without its value: " + name);
			}
		}
		return of(given);
	}

	private static Options of(Map<String, String> given) {
		String only = given.get("--only");
		String jvm = given.getOrDefault("--jvm", "-Xmx1g");
		String baseline = given.get("--baseline");
		Set<Part> parts = (only != null) ? parts(only) : EnumSet.allOf(Part.class);
		if (only != null && baseline == null && (parts.contains(Part.COMPARISON) || parts.contains(Part.UPGRADE))) {
			throw new IllegalArgumentException("Parts i and l need another version: --baseline JAR");
		}
		return new Options(given.containsKey(QUICK), parts, Long.parseLong(given.getOrDefault("--events", "0")),
				Path.of(given.getOrDefault("--out", "benchmarks/target/results")),
				Path.of(given.getOrDefault("--jar", "app/target/coachflow.jar")),
				(baseline != null) ? Path.of(baseline) : null,
				Path.of(given.getOrDefault("--peers", System.getProperty("user.home") + "/.cache/coachflow-peers")),
				Path.of(given.getOrDefault("--work", "benchmarks/target/work")),
				given.getOrDefault("--commit", "unknown"), words(jvm),
				words(given.getOrDefault("--baseline-jvm", jvm)));
	}

	private static List<String> words(String options) {
		return List.of(options.trim().split("\\s+"));
	}

	/**
	 * Refuses a jar that is missing, before anything is started.
	 * @throws IllegalArgumentException if one is
	 */
	void requireJars() {
		for (Path file : (this.baseline != null) ? List.of(this.jar, this.baseline) : List.of(this.jar)) {
			if (!Files.isRegularFile(file)) {
				throw new IllegalArgumentException("There is no jar " + file.toAbsolutePath());
			}
		}
	}

	private static Set<Part> parts(String letters) {
		EnumSet<Part> parts = EnumSet.noneOf(Part.class);
		Arrays.stream(letters.split(",")).map(Part::of).forEach(parts::add);
		return parts;
	}

	/** What is measured, by its letter. */
	enum Part {

		/** a: the limits. */
		LIMITS,
		/** b: sessions, closed and open loop. */
		SESSIONS,
		/** c: CPU per step. */
		CPU,
		/** d: replay. */
		REPLAY,
		/** e: a big log against an empty one. */
		GROWTH,
		/** f: commit to reader. */
		READER,
		/** g: a rebuild beside load. */
		REBUILD,
		/** h: a model that never answers. */
		MODEL,
		/** i: against another version, if one is given. */
		COMPARISON,
		/** j: the first seconds of a service. */
		WARM_UP,
		/** k: other systems beside ours, those that are installed. */
		PEERS,
		/** l: a log of another version, if one is given, opened by this one. */
		UPGRADE;

		static Part of(String letter) {
			int number = "abcdefghijkl".indexOf(letter.strip());
			if (letter.strip().length() != 1 || number < 0) {
				throw new IllegalArgumentException("There is no part '" + letter + "': a to l");
			}
			return values()[number];
		}

	}

}
