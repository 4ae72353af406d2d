package io.coachflow.query.businesspackage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.query.projection.UnitOfWorkBuffer;
import io.coachflow.query.view.ViewCache;
import io.coachflow.query.view.ViewLog;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * Projects packages into PostgreSQL, and into Redis if it can be reached: readers ignore
 * views that are behind the log.
 */
class PackageViewProjection {

	/** The aggregate's type in the log. */
	private static final String AGGREGATE = "BusinessPackage";

	private final PackageTable table;

	private final ViewCache<PackageView> cache;

	private final ViewLog<BusinessPackageEvent, PackageView> log;

	private final UnitOfWorkBuffer<PackageView> writes = new UnitOfWorkBuffer<>(this::write);

	PackageViewProjection(PackageTable table, ViewCache<PackageView> cache,
			ViewLog<BusinessPackageEvent, PackageView> log) {
		this.table = table;
		this.cache = cache;
		this.log = log;
	}

	@EventHandler
	void on(BusinessPackageEvent event, @SequenceNumber long sequence, @Timestamp Instant time) {
		Optional<PackageView> known = (event instanceof PackageRequested) ? Optional.empty() : known(event.sessionId());
		if (known.isEmpty() ? event instanceof PackageRequested : known.get().sequence() == sequence - 1) {
			add(PackageView.after(known.orElse(null), event, sequence, time));
		}
		else if (known.isEmpty() || known.get().sequence() < sequence) {
			this.log.fold(event.sessionId(), known.orElse(null)).ifPresent(this::add);
		}
	}

	/**
	 * Makes an unknown event of a package a dead letter, for a version that knows it;
	 * skipped, it would be lost for good.
	 */
	@EventHandler
	void on(UnknownSerializedType event, DomainEventMessage<?> message) {
		if (AGGREGATE.equals(message.getType())) {
			throw new IllegalArgumentException("Unknown event " + event.serializedType().getName()
					+ ": deploy a version that knows it, then retry the dead letter");
		}
	}

	private Optional<PackageView> known(String sessionId) {
		return this.writes.get(sessionId).or(() -> this.table.find(sessionId));
	}

	private void add(PackageView view) {
		this.writes.add(view.sessionId(), view, (_, later) -> later);
	}

	private void write(Collection<PackageView> views) {
		this.table.saveAll(views);
		List<PackageView> written = List.copyOf(views);
		CurrentUnitOfWork.get().root().afterCommit((_) -> this.cache.saveIfReachable(written));
	}

}
