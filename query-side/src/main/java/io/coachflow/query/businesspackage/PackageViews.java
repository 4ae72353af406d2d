package io.coachflow.query.businesspackage;

import java.time.Duration;
import java.util.Optional;

import io.coachflow.query.view.ViewReader;
import org.springframework.stereotype.Component;

/**
 * Finds packages' views, and waits for a package that is about to be requested.
 */
@Component
class PackageViews {

	/** How long to wait until the package of a completed session is requested. */
	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final ViewReader<PackageView> views;

	private final PackageSignals signals;

	PackageViews(ViewReader<PackageView> views, PackageSignals signals) {
		this.views = views;
		this.signals = signals;
	}

	/** The view as of its last committed event; empty if there is no package. */
	Optional<PackageView> find(String sessionId) {
		return this.views.find(sessionId);
	}

	/**
	 * The same, but waits up to two seconds for a package that is not requested yet.
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
