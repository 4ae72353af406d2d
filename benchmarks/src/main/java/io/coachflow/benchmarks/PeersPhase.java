package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.JOSEException;
import io.coachflow.benchmarks.Versions.Running;
import io.coachflow.benchmarks.report.Peers;
import io.coachflow.benchmarks.servers.Peer;
import org.jspecify.annotations.Nullable;

/**
 * Part k: ours and the peers that are installed. First the seconds after readiness, each
 * alone on the machine; then all are up, warm, and loaded in turn.
 */
final class PeersPhase {

	private static final String OURS = "Coachflow";

	private static final int CURVE_SECONDS = 30;

	private static final Duration CLIENT_WARM_UP = Duration.ofSeconds(15);

	private final Versions versions;

	private final Plan plan;

	private final Progress progress;

	PeersPhase(Versions versions, Plan plan, Progress progress) {
		this.versions = versions;
		this.plan = plan;
		this.progress = progress;
	}

	/**
	 * Measures all.
	 * @param folder where peers are installed
	 * @return null without any
	 */
	@Nullable Peers measure(Path jar, Path folder) throws IOException, InterruptedException, SQLException, JOSEException {
		Map<String, Start> systems = new LinkedHashMap<>();
		systems.put(OURS, () -> this.versions.start("coachflow", jar));
		for (Peer peer : Peer.values()) {
			if (peer.installed(folder)) {
				systems.put(peer.title(), () -> this.versions.start(peer, folder));
			}
			else {
				this.progress.say("%s is left out: benchmarks/peers/install %s installs it".formatted(peer.title(),
						peer.database()));
			}
		}
		if (systems.size() == 1) {
			return null;
		}
		Map<String, List<Long>> curves = curves(systems);
		try (PeerRounds rounds = new PeerRounds(this.plan, this.progress)) {
			for (Map.Entry<String, Start> system : systems.entrySet()) {
				rounds.add(system.getKey(), system.getValue().start(),
						Objects.requireNonNull(curves.get(system.getKey())));
			}
			return rounds.measure();
		}
	}

	private Map<String, List<Long>> curves(Map<String, Start> systems)
			throws IOException, InterruptedException, SQLException, JOSEException {
		Start first = systems.values().iterator().next();
		try (Running unmeasured = first.start()) {
			this.progress.say("warming up the client, which shares the cores");
			unmeasured.service().closed(Plan.CONNECTIONS, CLIENT_WARM_UP);
		}
		Map<String, List<Long>> curves = new LinkedHashMap<>();
		for (Map.Entry<String, Start> system : systems.entrySet()) {
			try (Running running = system.getValue().start()) {
				int seconds = Math.min(CURVE_SECONDS, this.plan.comparing().curveSeconds());
				curves.put(system.getKey(), running.service().curve(Plan.CONNECTIONS, seconds));
				this.progress
					.say("%s, steps/s from readiness on: %s".formatted(system.getKey(), curves.get(system.getKey())));
			}
		}
		return curves;
	}

	private interface Start {

		Running start() throws IOException, InterruptedException, SQLException, JOSEException;

	}

}
