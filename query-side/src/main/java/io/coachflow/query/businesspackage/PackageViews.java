package io.coachflow.query.businesspackage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.coachflow.query.cache.SingleFlight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds a package's view as of its last committed event: in Redis if that stands there,
 * else in PostgreSQL, and what is missing in the log, once for everybody who asks for the
 * same. Whoever reads after a write reads the write, on every node.
 */
@Component
class PackageViews {

	private static final Logger logger = LoggerFactory.getLogger(PackageViews.class);

	/** How long the package of a completed session may take to be asked for. */
	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final PackageStores stores;

	private final PackageLog log;

	private final PackageSignals signals;

	private final SingleFlight<Wanted, Optional<PackageView>> rebuilding = new SingleFlight<>();

	PackageViews(PackageStores stores, PackageLog log, PackageSignals signals) {
		this.stores = stores;
		this.log = log;
		this.signals = signals;
	}

	private record Wanted(String sessionId, long sequence) {
	}

	/**
	 * The view.
	 * @return empty where there is no package
	 * @throws RuntimeException if the log is away: whether Redis has the last event
	 * nobody can tell then
	 */
	Optional<PackageView> find(String sessionId) {
		Optional<PackageView> cached = this.stores.liveCache().find(sessionId);
		Optional<Long> last = this.log.lastSequence(sessionId);
		if (last.isEmpty()) {
			return Optional.empty();
		}
		Wanted wanted = new Wanted(sessionId, last.get());
		boolean fresh = cached.isPresent() && cached.get().sequence() == wanted.sequence();
		return fresh ? cached : this.rebuilding.get(wanted, () -> rebuild(wanted, cached));
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

	private Optional<PackageView> rebuild(Wanted wanted, Optional<PackageView> cached) {
		Optional<PackageView> known = cached.or(() -> stored(wanted.sessionId()))
			.filter((view) -> view.sequence() <= wanted.sequence());
		Optional<PackageView> view = this.log.fold(wanted.sessionId(), known.orElse(null));
		view.ifPresent((it) -> this.stores.liveCache().saveIfReachable(List.of(it)));
		return view;
	}

	/** Where Axon Server is the log, PostgreSQL may be away without it. */
	private Optional<PackageView> stored(String sessionId) {
		try {
			return this.stores.liveTable().find(sessionId);
		}
		catch (DataAccessException ex) {
			logger.warn("PostgreSQL does not give the package of session {}: {}", sessionId, ex.toString());
			return Optional.empty();
		}
	}

}
