package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.load.OtherCalls;
import io.coachflow.benchmarks.servers.Servers;

/**
 * Makes the AOT cache of a production jar: starts the jar, goes through sessions for a
 * while, makes the rarer calls, stops it, which writes the cache, and starts it once more
 * from the cache. Ends with 1 where no cache came of it, or one that is of little use.
 */
final class Training {

	/** What a node does that has every role. */
	private static final Map<String, String> EVERY_ROLE = Map.of("COACHFLOW_ROLES", "api,projections,enrichment");

	private static final String DATABASE = "training";

	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/** Writing the cache takes some ten seconds of CPU. */
	private static final Duration WRITING = Duration.ofMinutes(5);

	/** Less means that the cache knows another layout than the jar's. */
	private static final double LEAST_SHARE = 0.9;

	private final TrainingOptions options;

	private final Progress progress = new Progress();

	private Training(TrainingOptions options) {
		this.options = options;
	}

	public static void main(String[] arguments) {
		int exitCode = 1;
		try {
			Training training = new Training(TrainingOptions.parse(arguments));
			training.record();
			training.prove();
			exitCode = 0;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			System.err.println(ex.getMessage());
		}
		catch (Exception ex) {
			ex.printStackTrace();
		}
		System.exit(exitCode);
	}

	private void record() throws IOException, InterruptedException, SQLException, JOSEException {
		Files.deleteIfExists(this.options.out());
		try (Servers servers = servers("-XX:AOTCacheOutput=" + this.options.out()); Service service = start(servers)) {
			this.progress.say("ready without a cache after %.1f s and %.1f s of CPU"
				.formatted(service.startup().seconds(), service.startup().cpuSeconds()));
			goThroughSessions(service);
			new OtherCalls(service.coachflow(), servers.issuer()).make();
			this.progress.say("stopping, which writes the cache");
			service.coachflow().stop(WRITING);
		}
		if (!Files.isRegularFile(this.options.out()) || Files.size(this.options.out()) == 0) {
			throw new IllegalStateException("The JVM wrote no cache " + this.options.out());
		}
		this.progress.say("%s has %,d MiB".formatted(this.options.out(), Files.size(this.options.out()) >> 20));
	}

	private void goThroughSessions(Service service) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		long steps = 0;
		while (steps < this.options.steps()) {
			LoadResult round = service.load().closed(Plan.CONNECTIONS, ROUND);
			steps += round.steps();
			this.progress.say("%,d steps accepted, %,.0f a second".formatted(steps, round.stepsPerSecond()));
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("%,d steps in %s train nothing".formatted(steps, PATIENCE));
			}
		}
	}

	/** With {@code AOTMode=on} the JVM does not start if the cache is of no use. */
	private void prove() throws IOException, InterruptedException, SQLException, JOSEException {
		Path classes = Files.createTempFile("classes", ".log");
		try (Servers servers = servers("-XX:AOTCache=" + this.options.out(), "-XX:AOTMode=on",
				"-Xlog:class+load:file=" + classes); Service service = start(servers)) {
			this.progress.say("ready with the cache after %.1f s and %.1f s of CPU"
				.formatted(service.startup().seconds(), service.startup().cpuSeconds()));
			double share = share(classes);
			this.progress.say("%.1f %% of the classes came from the cache".formatted(100 * share));
			if (share < LEAST_SHARE) {
				throw new IllegalStateException("Too few classes came from the cache");
			}
		}
		finally {
			Files.deleteIfExists(classes);
		}
	}

	private static double share(Path classes) throws IOException {
		try (Stream<String> lines = Files.lines(classes)) {
			List<String> loaded = lines.filter((line) -> line.contains("source:")).toList();
			return (double) loaded.stream().filter((line) -> line.contains("shared objects file")).count()
					/ loaded.size();
		}
	}

	private Servers servers(String... more) throws IOException, SQLException, JOSEException {
		List<String> jvm = new ArrayList<>(this.options.jvmOptions());
		jvm.addAll(List.of(more));
		return Servers.start(this.options.work(), this.options.jar(), jvm);
	}

	private Service start(Servers servers) throws IOException, InterruptedException, SQLException {
		servers.postgres().createDatabase(DATABASE);
		return Service.start(servers, DATABASE, 0, EVERY_ROLE, new Findings(this.progress));
	}

}
