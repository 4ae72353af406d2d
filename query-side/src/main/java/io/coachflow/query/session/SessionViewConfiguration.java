package io.coachflow.query.session;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.query.projection.BySlot;
import io.coachflow.query.projection.Lane;
import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.view.ViewCache;
import io.coachflow.query.view.ViewLog;
import io.coachflow.query.view.ViewReader;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The read model of sessions: views in Redis, each kept until its session would expire.
 */
@Configuration(proxyBeanMethods = false)
class SessionViewConfiguration {

	static final String READ_MODEL = "session-view";

	@Bean
	ViewLog<CoachingSessionEvent, SessionView> sessionViewLog(EventStore events) {
		return new ViewLog<>(events, CoachingSessionEvent.class, UnaryOperator.identity(), SessionView::after);
	}

	@Bean
	BySlot<ViewCache<SessionView>> sessionViewCaches(StringRedisTemplate redis, JsonMapper mapper, Clock clock,
			LiveSlots slots) {
		return new BySlot<>(READ_MODEL, slots, (slot) -> new ViewCache<>(slot.of("coachflow:session") + ":",
				SessionView.class, SessionView::expiresAt, redis, mapper, clock));
	}

	@Bean(READ_MODEL)
	ReadModel sessionViewModel(BySlot<ViewCache<SessionView>> caches, ViewLog<CoachingSessionEvent, SessionView> log) {
		return new ReadModel(READ_MODEL, Lane.VIEWS, (slot) -> new SessionViewProjection(caches.in(slot), log),
				(slot) -> caches.in(slot).clear());
	}

	/** Histories are short: each is folded from its first event. */
	@Bean
	ViewReader<SessionView> sessionViewReader(BySlot<ViewCache<SessionView>> caches,
			ViewLog<CoachingSessionEvent, SessionView> log) {
		return new ViewReader<>(caches::live, (_, _) -> Optional.empty(), log);
	}

}
