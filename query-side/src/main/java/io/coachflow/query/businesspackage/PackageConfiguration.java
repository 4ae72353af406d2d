package io.coachflow.query.businesspackage;

import java.time.Clock;
import java.time.Duration;

import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.query.projection.BySlot;
import io.coachflow.query.projection.Lane;
import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.view.ViewCache;
import io.coachflow.query.view.ViewLog;
import io.coachflow.query.view.ViewReader;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The read model of packages: views in PostgreSQL, and in Redis for a session's time to
 * live after each write.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class PackageConfiguration {

	static final String READ_MODEL = "package-view";

	@Bean
	ViewLog<BusinessPackageEvent, PackageView> packageViewLog(EventStore events) {
		return new ViewLog<>(events, BusinessPackageEvent.class, PackageIds::of, PackageView::after);
	}

	@Bean
	BySlot<PackageTable> packageViewTables(JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper mapper,
			LiveSlots slots) {
		return new BySlot<>(READ_MODEL, slots, (slot) -> new PackageTable(slot, jdbc, batches, mapper));
	}

	@Bean
	BySlot<ViewCache<PackageView>> packageViewCaches(StringRedisTemplate redis, JsonMapper mapper, Clock clock,
			@Value("${coachflow.session.ttl}") Duration ttl, LiveSlots slots) {
		return new BySlot<>(READ_MODEL, slots, (slot) -> new ViewCache<>(slot.of("coachflow:package") + ":",
				PackageView.class, (_) -> clock.instant().plus(ttl), redis, mapper, clock));
	}

	@Bean(READ_MODEL)
	ReadModel packageViewModel(BySlot<PackageTable> tables, BySlot<ViewCache<PackageView>> caches,
			ViewLog<BusinessPackageEvent, PackageView> log) {
		return new ReadModel(READ_MODEL, Lane.TABLES,
				(slot) -> new PackageViewProjection(tables.in(slot), caches.in(slot), log), (slot) -> {
					tables.in(slot).clear();
					caches.in(slot).clear();
				});
	}

	@Bean
	ViewReader<PackageView> packageViewReader(BySlot<PackageTable> tables, BySlot<ViewCache<PackageView>> caches,
			ViewLog<BusinessPackageEvent, PackageView> log) {
		return new ViewReader<>(caches::live,
				(sessionId, cached) -> cached.or(() -> tables.live().findIfReachable(sessionId)), log);
	}

}
