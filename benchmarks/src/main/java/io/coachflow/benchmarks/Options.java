package io.coachflow.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param quick a few minutes and a small log instead of a full run
 * @param parts what to measure
 * @param events size of the big log; 0 for the plan's own
 * @param out where the results are written
 * @param jar the production jar
 * @param work a folder on a real disk for the servers' data
 * @param commit what the jar was built from
 * @param jvmOptions what the service's JVM gets
 */
record Options(boolean quick, Set<Part> parts, long events, Path out, Path jar, Path work, String commit,
		List<String> jvmOptions) {

	/**
	 * Reads options in the form {@code --name value}.
	 * @throws IllegalArgumentException if one is unknown or lacks its value
	 */
	static Options parse(String... arguments) {
		Options options = new Options(false, EnumSet.allOf(Part.class), 0, Path.of("benchmarks/target/results"),
				Path.of("app/target/coachflow.jar"), Path.of("benchmarks/target/work"), "unknown", List.of("-Xmx1g"));
		for (int i = 0; i < arguments.length; i++) {
			String name = arguments[i];
			if (name.equals("--quick")) {
				options = new Options(true, options.parts, options.events, options.out, options.jar, options.work,
						options.commit, options.jvmOptions);
				continue;
			}
			i++;
			if (i == arguments.length) {
				throw new IllegalArgumentException("Unknown option, or one without its value: " + name);
			}
			options = options.with(name, arguments[i]);
		}
		return options;
	}

	private Options with(String name, String value) {
		return switch (name) {
			case "--only" -> new Options(this.quick, parts(value), this.events, this.out, this.jar, this.work,
					this.commit, this.jvmOptions);
			case "--events" -> new Options(this.quick, this.parts, Long.parseLong(value), this.out, this.jar, this.work,
					this.commit, this.jvmOptions);
			case "--out" -> new Options(this.quick, this.parts, this.events, Path.of(value), this.jar, this.work,
					this.commit, this.jvmOptions);
			case "--jar" -> new Options(this.quick, this.parts, this.events, this.out, Path.of(value), this.work,
					this.commit, this.jvmOptions);
			case "--work" -> new Options(this.quick, this.parts, this.events, this.out, this.jar, Path.of(value),
					this.commit, this.jvmOptions);
			case "--commit" ->
				new Options(this.quick, this.parts, this.events, this.out, this.jar, this.work, value, this.jvmOptions);
			case "--jvm" -> new Options(this.quick, this.parts, this.events, this.out, this.jar, this.work, this.commit,
					List.of(value.trim().split("\\s+")));
			default -> throw new IllegalArgumentException("Unknown option: " + name);
		};
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
		MODEL;

		static Part of(String letter) {
			int number = "abcdefgh".indexOf(letter.strip());
			if (letter.strip().length() != 1 || number < 0) {
				throw new IllegalArgumentException("There is no part '" + letter + "': a to h");
			}
			return values()[number];
		}

	}

}
