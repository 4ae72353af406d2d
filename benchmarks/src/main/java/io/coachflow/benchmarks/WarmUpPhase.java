package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import io.coachflow.benchmarks.Versions.Running;
import io.coachflow.benchmarks.report.WarmUp;
import org.jspecify.annotations.Nullable;

/** Part j: what a service does in the first seconds after it is ready. */
final class WarmUpPhase {

	private static final Duration CLIENT_WARM_UP = Duration.ofSeconds(15);

	private final Versions versions;

	private final Plan plan;

	private final Progress progress;

	WarmUpPhase(Versions versions, Plan plan, Progress progress) {
		this.versions = versions;
		this.plan = plan;
		this.progress = progress;
	}

	/** One after the other, each alone on the machine. */
	List<WarmUp> measure(Path jar, @Nullable Path baseline)
			throws IOException, InterruptedException, SQLException, JOSEException {
		try (Running unmeasured = this.versions.start("unmeasured", jar)) {
			this.progress.say("warming up the client, which shares the cores");
			unmeasured.service().closed(Plan.CONNECTIONS, CLIENT_WARM_UP);
		}
		List<WarmUp> curves = new ArrayList<>();
		curves.add(curve("newer", jar));
		if (baseline != null) {
			curves.add(curve(Versions.BASELINE, baseline));
		}
		return curves;
	}

	private WarmUp curve(String version, Path jar)
			throws IOException, InterruptedException, SQLException, JOSEException {
		try (Running running = this.versions.start(version, jar)) {
			List<Long> steps = running.service().curve(Plan.CONNECTIONS, this.plan.comparing().curveSeconds());
			double warm = UntilWarm.load(running.service(), Plan.CONNECTIONS, this.plan.warmUp()).stepsPerSecond();
			WarmUp curve = new WarmUp(version, jar.toString(), steps, warm);
			this.progress.say("%s: %,.0f steps/s in seconds 5 to 15, %,.0f when warm: %.2f".formatted(version,
					curve.early(), warm, curve.ratio()));
			return curve;
		}
	}

}
