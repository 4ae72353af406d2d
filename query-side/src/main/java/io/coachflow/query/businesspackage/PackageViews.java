package io.coachflow.query.businesspackage;

import java.time.Duration;
import java.util.Optional;

import io.coachflow.query.view.ViewReader;
import org.springframework.stereotype.Component;

/**
 * Finds packages' views, also those of packages about to be asked for.
 */
@Component
class PackageViews {

	/** How long the package of a completed session may take to be asked for. */
	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final ViewReader<PackageView> views;

	private final PackageSignals signals;

	PackageViews(ViewReader<PackageView> views, PackageSignals signals) {
		this.views = views;
		this.signals = signals;
	}

	/** The view as of its last committed event; empty where there is no package. */
	Optional<PackageView> find(String sessionId) {
		return this.views.find(sessionId);
	}

	/**
	 * The same, though the package may be asked for only in a moment: waits up to two
	 * seconds for it.
	 */
	Optional<PackageView> findSoon(String sessionId) throws InterruptedException {
		Optional<PackageView> found = find(sessionId);
		if (found.isPresent()) {
			return found;
		}
		try (PackageSignals.Watch watch = this.signals.watch(sessionId)) {
			found = find(sessionId);
			long deadline = System.nanoTime() + TIMEOUT.toNanos();
			while (found.isEmpty() && watch.await(Duration.ofNanos(deadline - System.nanoTime()))) {
				found = find(sessionId);
			}
		}
		return found.isPresent() ? found : find(sessionId);
	}

}
