package io.coachflow.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.benchmarks.report.Report;
import io.coachflow.benchmarks.report.Results;
import io.coachflow.benchmarks.servers.Servers;

/**
 * One run: starts everything, measures part by part, reports. Ends with 1 where the log
 * does not hold what callers were told, with 2 where a part could not be measured.
 */
public final class Benchmark {

	private static final int VIOLATED = 1;

	private static final int INCOMPLETE = 2;

	private Benchmark() {
	}

	public static void main(String[] arguments) {
		int exitCode = INCOMPLETE;
		try {
			exitCode = run(Options.parse(arguments));
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
		}
		catch (Exception ex) {
			ex.printStackTrace();
		}
		System.exit(exitCode);
	}

	private static int run(Options options) throws Exception {
		options.requireJars();
		Progress progress = new Progress();
		Measurements measurements = new Measurements(options, progress);
		Map<String, String> settings = new LinkedHashMap<>();
		boolean complete = true;
		try (Servers servers = Servers.start(options.work(), options.jar(), options.jvmOptions())) {
			settings.putAll(servers.postgres().settings());
			settings.put("redis_version", servers.redis().version());
			settings.put("roles", Servers.ROLES);
			settings.put("jvm", String.join(" ", options.jvmOptions()));
			progress.say("PostgreSQL and Redis run: " + settings);
			try {
				measurements.take(servers);
			}
			catch (Exception ex) {
				// What was measured until here is reported all the same
				ex.printStackTrace();
				complete = false;
			}
		}
		Results results = measurements.results(settings);
		new Report(results).write(options.out());
		if (!results.violations().isEmpty()) {
			return VIOLATED;
		}
		return complete ? 0 : INCOMPLETE;
	}

}
