package io.coachflow.query.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.ProjectionDriver;
import io.coachflow.query.SessionStory;
import io.coachflow.query.TestStores;
import io.coachflow.query.projection.BySlot;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.view.ViewCache;
import io.coachflow.query.view.ViewLog;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.redis.core.HashOperations;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Sessions' views in Redis, kept up by their projection.
 */
class SessionViewProjectionIT {

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final EmbeddedEventStore events = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine())
		.build();

	private final SessionViewConfiguration configuration = new SessionViewConfiguration();

	private final ViewLog<CoachingSessionEvent, SessionView> log = this.configuration.sessionViewLog(this.events);

	private BySlot<ViewCache<SessionView>> caches;

	private ReadModel model;

	private ProjectionDriver projection;

	@BeforeEach
	void empty() {
		stores.clear("session_list");
		this.caches = this.configuration.sessionViewCaches(stores.redis(), new JsonMapper(), Clock.systemUTC(),
				(_) -> Slot.BLUE);
		this.model = this.configuration.sessionViewModel(this.caches, this.log);
		this.projection = projection(Slot.BLUE);
	}

	@AfterEach
	void closeLog() {
		this.events.shutDown();
	}

	@Test
	void batchesOfAnySizeMakeTheSameView() {
		SessionStory story = started().isAskedBack(Step.VISION, "Hm.").answersAll().completes();
		this.projection.handle(story.events());
		Optional<SessionView> inOne = cached(story);

		this.caches.live().clear();
		projection(Slot.BLUE).handleOneByOne(story.events());

		assertThat(inOne).isPresent().isEqualTo(cached(story));
		assertThat(inOne.orElseThrow().sequence()).isEqualTo(7);
	}

	@Test
	void whatRedisLostIsFoldedFromTheLog() {
		SessionStory story = started().answers(Step.VISION);
		this.events.publish(story.events());

		this.projection.handle(story.events(1));

		assertThat(cached(story)).isPresent().isEqualTo(this.log.fold(story.id()));
	}

	@Test
	void whatRedisLosesAfterwardsIsWrittenAgainWithTheNextEvent() {
		SessionStory story = started().answers(Step.VISION);
		this.events.publish(story.events());
		this.projection.handle(story.events());
		this.caches.live().clear();

		this.projection.handle(story.answers(Step.MISSION).events(2));

		assertThat(cached(story)).get().extracting(SessionView::sequence).isEqualTo(2L);
		assertThat(cached(story).orElseThrow().answers()).containsOnlyKeys(Step.VISION, Step.MISSION);
	}

	@Test
	void eventsThatComeAgainChangeNothing() {
		SessionStory story = started().answers(Step.VISION).answers(Step.MISSION);
		this.projection.handle(story.events());
		Optional<SessionView> before = cached(story);

		projection(Slot.BLUE).handleOneByOne(story.events());

		assertThat(cached(story)).isPresent().isEqualTo(before);
	}

	@Test
	void aKeyLivesUntilTheSessionExpires() {
		SessionStory story = started();
		this.projection.handle(story.events());

		assertThat(stores.redis().getExpire("coachflow:session:" + story.id())).isBetween(7000L, 7200L);
	}

	@Test
	void aRebuildFillsTheOtherSlot() {
		SessionStory story = started();
		projection(Slot.GREEN).handle(story.events());

		assertThat(stores.redis().keys("*")).containsExactly("coachflow:session_b:" + story.id());
		this.model.clear().accept(Slot.BLUE);
		assertThat(this.caches.in(Slot.GREEN).find(story.id())).isPresent();
		this.model.clear().accept(Slot.GREEN);
		assertThat(this.caches.in(Slot.GREEN).find(story.id())).isEmpty();
	}

	@Test
	void anUnknownEventIsNotPassedOver() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.projection.handleUnknown("CoachingSession", "io.coachflow.session.moved"));
	}

	@Test
	void theSelfAuditMindsAnotherViewAndNotAMissingOne() {
		SessionViewCheck check = new SessionViewCheck(this.caches, this.log);
		SessionStory story = started().answers(Step.VISION);
		this.events.publish(story.events());
		DomainEventMessage<?> last = story.events().getLast();

		assertThat(check.differences(last)).isEmpty();
		this.projection.handle(story.events());
		assertThat(check.differences(last)).isEmpty();

		HashOperations<String, String, String> redis = stores.redis().opsForHash();
		String key = "coachflow:session:" + story.id();
		redis.put(key, "view", String.valueOf(redis.get(key, "view")).replace("Answer to", "Another to"));
		assertThat(check.differences(last)).containsExactly("view");
	}

	/** Redis goes by its own clock. */
	private static SessionStory started() {
		return SessionStory.started("demo", Instant.now());
	}

	private Optional<SessionView> cached(SessionStory story) {
		return this.caches.live().find(story.id());
	}

	private ProjectionDriver projection(Slot slot) {
		return new ProjectionDriver(this.model.projection().apply(slot), stores);
	}

}
