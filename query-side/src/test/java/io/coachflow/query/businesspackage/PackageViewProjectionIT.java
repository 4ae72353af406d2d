package io.coachflow.query.businesspackage;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.query.ProjectionDriver;
import io.coachflow.query.TestStores;
import io.coachflow.query.projection.BySlot;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.view.ViewCache;
import io.coachflow.query.view.ViewLog;
import io.coachflow.query.view.ViewReader;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Packages' views in PostgreSQL and Redis: kept up by their projection, found by readers.
 */
class PackageViewProjectionIT {

	private static final Duration TTL = Duration.ofHours(2);

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final EmbeddedEventStore events = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine())
		.build();

	private final PackageConfiguration configuration = new PackageConfiguration();

	private final JsonMapper mapper = new JsonMapper();

	private final ViewLog<BusinessPackageEvent, PackageView> log = this.configuration.packageViewLog(this.events);

	private BySlot<PackageTable> tables;

	private BySlot<ViewCache<PackageView>> caches;

	private ReadModel model;

	private ProjectionDriver projection;

	@BeforeEach
	void empty() {
		stores.clear("package_view", "package_view_b");
		this.tables = this.configuration.packageViewTables(stores.jdbc(), stores.batches(), this.mapper,
				(_) -> Slot.BLUE);
		this.caches = this.configuration.packageViewCaches(stores.redis(), this.mapper, Clock.systemUTC(), TTL,
				(_) -> Slot.BLUE);
		this.model = this.configuration.packageViewModel(this.tables, this.caches, this.log);
		this.projection = projection(Slot.BLUE);
	}

	@AfterEach
	void closeLog() {
		this.events.shutDown();
	}

	@Test
	void theTableKeepsTheLatestView() {
		PackageTable table = this.tables.live();
		PackageView early = PackageStory.requested().view();
		PackageView late = PackageStory.requested().allSucceed().view();

		table.saveAll(List.of(early));
		assertThat(table.find(PackageStory.SESSION)).contains(early);
		table.saveAll(List.of(late));
		table.saveAll(List.of(early));

		assertThat(table.find(PackageStory.SESSION)).contains(late);
		assertThat(table.findIfReachable(PackageStory.SESSION)).contains(late);
		assertThat(table.find("another")).isEmpty();
	}

	@Test
	void aRowThatCannotBeReadIsAsGoodAsNone() {
		stores.jdbc()
			.sql("INSERT INTO package_view (session_id, sequence, view) VALUES (?, 0, '{\"agents\": 5}')")
			.param(PackageStory.SESSION)
			.update();

		assertThat(this.tables.live().find(PackageStory.SESSION)).isEmpty();
	}

	@Test
	void batchesOfAnySizeMakeTheSameView() {
		PackageStory story = PackageStory.requested()
			.starts(Agent.LOGO, 1, 1)
			.delays(Agent.LOGO, 1, 1)
			.allSucceed()
			.asksAgain(Agent.SEO, 2)
			.starts(Agent.SEO, 2, 1)
			.fails(Agent.SEO, 2, 1)
			.completes(PackageStatus.PARTIAL);
		this.projection.handle(messages(story));
		assertThat(this.tables.live().find(PackageStory.SESSION)).contains(story.view());
		assertThat(this.caches.live().find(PackageStory.SESSION)).contains(story.view());

		this.model.clear().accept(Slot.BLUE);
		assertThat(this.tables.live().find(PackageStory.SESSION)).isEmpty();
		assertThat(this.caches.live().find(PackageStory.SESSION)).isEmpty();
		this.projection.handleOneByOne(messages(story));
		assertThat(this.tables.live().find(PackageStory.SESSION)).contains(story.view());
		assertThat(this.caches.live().find(PackageStory.SESSION)).contains(story.view());
	}

	@Test
	void eventsThatComeAgainChangeNothing() {
		PackageStory story = PackageStory.requested().starts(Agent.LOGO, 1, 1).succeeds(Agent.LOGO, 1, 1);
		this.projection.handle(messages(story));

		this.projection.handleOneByOne(messages(story));

		assertThat(this.tables.live().find(PackageStory.SESSION)).contains(story.view());
	}

	@Test
	void whatTheTableLostIsFoldedFromTheLog() {
		PackageStory story = PackageStory.requested().starts(Agent.LOGO, 1, 1).succeeds(Agent.LOGO, 1, 1);
		this.events.publish(messages(story));

		this.projection.handle(messages(story).subList(2, 3));

		assertThat(this.tables.live().find(PackageStory.SESSION)).contains(story.view());
	}

	@Test
	void nothingOfABatchIsToldThatIsRolledBack() {
		DomainEventMessage<?> broken = new GenericDomainEventMessage<>("BusinessPackage", PackageStory.ID, 1,
				new BusinessPackageEvent.AgentStarted(PackageStory.ID, "no such session", Agent.LOGO, 1, 1));
		List<DomainEventMessage<?>> batch = List.of(messages(PackageStory.requested()).getFirst(), broken,
				messages(PackageStory.requested()).getFirst());
		this.events.publish(List.of(new GenericDomainEventMessage<>("BusinessPackage", PackageIds.of("no such session"),
				0, new BusinessPackageEvent.AgentStarted(PackageStory.ID, "no such session", Agent.LOGO, 1, 1))));

		assertThatIllegalStateException().isThrownBy(() -> this.projection.handle(batch));

		assertThat(this.tables.live().find(PackageStory.SESSION)).isEmpty();
		assertThat(this.caches.live().find(PackageStory.SESSION)).isEmpty();
	}

	@Test
	void anUnknownEventOfAPackageIsNotPassedOver() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.projection.handleUnknown("BusinessPackage", "io.coachflow.package.moved"));
		this.projection.handleUnknown("CoachingSession", "io.coachflow.session.moved");
	}

	@Test
	void aKeyLivesAsLongAsASessionAfterItsLastWrite() {
		this.projection.handle(messages(PackageStory.requested()));

		assertThat(stores.redis().getExpire("coachflow:package:" + PackageStory.SESSION)).isBetween(7100L, 7200L);
	}

	@Test
	void aRebuildFillsTheOtherSlot() {
		PackageStory story = PackageStory.requested();
		projection(Slot.GREEN).handle(messages(story));

		assertThat(this.tables.in(Slot.BLUE).find(PackageStory.SESSION)).isEmpty();
		assertThat(this.tables.in(Slot.GREEN).find(PackageStory.SESSION)).contains(story.view());
		assertThat(stores.redis().keys("*")).containsExactly("coachflow:package_b:" + PackageStory.SESSION);
		this.model.clear().accept(Slot.BLUE);
		assertThat(this.tables.in(Slot.GREEN).find(PackageStory.SESSION)).isPresent();
	}

	@Test
	void readersGoOnFromTheTableWhereRedisHasForgotten() {
		ViewReader<PackageView> reader = this.configuration.packageViewReader(this.tables, this.caches, this.log);
		PackageStory story = PackageStory.requested().starts(Agent.LOGO, 1, 1);
		this.events.publish(messages(story));
		this.projection.handle(messages(story));
		stores.redis().delete("coachflow:package:" + PackageStory.SESSION);
		this.events.publish(messages(story.succeeds(Agent.LOGO, 1, 1)).subList(2, 3));

		Optional<PackageView> found = reader.find(PackageStory.SESSION);

		assertThat(found).contains(story.view());
		assertThat(this.caches.live().find(PackageStory.SESSION)).contains(story.view());
	}

	@Test
	void theSelfAuditComparesRowsWithTheLog() {
		PackageViewCheck check = new PackageViewCheck(this.tables, this.log, this.mapper);
		PackageStory story = PackageStory.requested().allSucceed();
		this.events.publish(messages(story));
		DomainEventMessage<?> last = messages(story).getLast();

		assertThat(check.differences(last)).containsExactly("missing");
		this.projection.handle(messages(story).subList(0, 3));
		assertThat(check.differences(last)).containsExactly("missing");
		this.projection.handle(messages(story).subList(3, messages(story).size()));
		assertThat(check.differences(last)).isEmpty();

		stores.jdbc().sql("UPDATE package_view SET view = replace(view::text, 'Teranga', 'Another')::json").update();
		assertThat(check.differences(last)).containsExactly("view");
	}

	private static List<DomainEventMessage<?>> messages(PackageStory story) {
		return story.events()
			.stream()
			.<DomainEventMessage<?>>map((it) -> new GenericDomainEventMessage<>("BusinessPackage", PackageStory.ID,
					it.sequence(), it.event(), Map.of(), PackageStory.ID + it.sequence(), it.time()))
			.toList();
	}

	private ProjectionDriver projection(Slot slot) {
		return new ProjectionDriver(this.model.projection().apply(slot), stores);
	}

}
