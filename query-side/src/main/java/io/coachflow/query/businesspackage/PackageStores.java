package io.coachflow.query.businesspackage;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.Slot;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packages' views in PostgreSQL and Redis, as a read model that can be rebuilt.
 */
@Component(PackageStores.NAME)
class PackageStores implements ReadModel {

	static final String NAME = "package-view";

	/** A view is some tens of kilobytes. */
	private static final int BATCH = 100;

	private final Map<Slot, PackageCache> caches = new EnumMap<>(Slot.class);

	private final Map<Slot, PackageTable> tables = new EnumMap<>(Slot.class);

	private final PackageLog log;

	private final LiveSlots slots;

	PackageStores(StringRedisTemplate redis, JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper mapper,
			Clock clock, @Value("${coachflow.session.ttl}") Duration ttl, PackageLog log, LiveSlots slots) {
		for (Slot slot : Slot.values()) {
			this.caches.put(slot, new PackageCache(slot, redis, mapper, clock, ttl));
			this.tables.put(slot, new PackageTable(slot, jdbc, batches, mapper));
		}
		this.log = log;
		this.slots = slots;
	}

	/** The views in Redis that readers read. */
	PackageCache liveCache() {
		return cache(this.slots.live(NAME));
	}

	/** The views in PostgreSQL that readers read. */
	PackageTable liveTable() {
		return table(this.slots.live(NAME));
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public int batchSize() {
		return BATCH;
	}

	@Override
	public Object projection(Slot slot) {
		return new PackageViewProjection(table(slot), cache(slot), this.log);
	}

	@Override
	public void clear(Slot slot) {
		table(slot).clear();
		cache(slot).clear();
	}

	private PackageCache cache(Slot slot) {
		return Objects.requireNonNull(this.caches.get(slot));
	}

	private PackageTable table(Slot slot) {
		return Objects.requireNonNull(this.tables.get(slot));
	}

}
