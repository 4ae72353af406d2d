package io.coachflow.command.session;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import io.coachflow.command.memory.AggregateCaches;
import io.coachflow.command.memory.StaleStateCheck;
import io.coachflow.command.session.SessionStory.Move;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.Outcome;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same commands, once through Axon's bus and aggregate, once without them: each on
 * two nodes over one log, whose memories are stale or empty at times.
 */
@Label("With or without the bus")
class SameDecisionsPropertyTests {

	private static final int NODES = 2;

	private static final JsonMapper JSON = new JsonMapper();

	private static final MovableClock CLOCK = new MovableClock();

	private static final SessionDecider DECIDER = new SessionDecider(new FixedCoach(), SessionStory.TTL,
			SessionStory.MINIMUM_CONFIDENCE);

	private static final Way BUS = new Way() {

		private final List<Configuration> started = new ArrayList<>();

		@Override
		SessionCommands node(Cache memory, EventStore store) {
			Configuration node = DefaultConfigurer.defaultConfiguration(false)
				.configureEventStore((_) -> store)
				.registerComponent(SessionDecider.class, (_) -> DECIDER)
				.registerComponent(StaleStateCheck.class, (_) -> new StaleStateCheck(store))
				.registerComponent(Clock.class, (_) -> CLOCK)
				.configureAggregate(
						AggregateConfigurer.defaultConfiguration(CoachingSession.class).configureCache((_) -> memory))
				.start();
			this.started.add(node);
			return new DispatchedSessionCommands(node.commandGateway());
		}

		@Override
		void close() {
			this.started.forEach(Configuration::shutdown);
		}

	};

	private static final Way DIRECT = new Way() {

		@Override
		SessionCommands node(Cache memory, EventStore store) {
			return new LocalSessionCommands(memory, store, DECIDER, new StaleStateCheck(store), CLOCK);
		}

	};

	private static final Clock BEFORE = GenericEventMessage.clock;

	/**
	 * A move on one of the nodes.
	 *
	 * @param forgets whether the node has lost its memory
	 * @param claimed whether a first start comes with an id that was just made
	 */
	record Turn(Move move, int node, boolean forgets, boolean claimed) {
	}

	@BeforeContainer
	static void start() {
		GenericEventMessage.clock = CLOCK;
		BUS.open();
		DIRECT.open();
	}

	@AfterContainer
	static void stop() {
		GenericEventMessage.clock = BEFORE;
		BUS.close();
	}

	@Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
	void callersAreToldTheSameAndTheLogHoldsTheSame(@ForAll("stories") List<Turn> story) {
		String id = UUID.randomUUID().toString();
		CLOCK.now = Instant.parse("2026-11-22T12:00:00.123456Z");
		for (Turn turn : story) {
			CLOCK.now = CLOCK.now.plus(turn.move().later());
			CoachingSessionCommand command = SessionStory.command(turn.move(), id, DIRECT.log.history(id).size() - 1L,
					CLOCK.now);

			assertThat(DIRECT.play(turn, command)).isEqualTo(BUS.play(turn, command));
		}

		assertThat(DIRECT.stored(id)).isEqualTo(BUS.stored(id));
	}

	@Provide
	Arbitrary<List<Turn>> stories() {
		Arbitrary<Turn> how = Combinators
			.combine(Arbitraries.integers().between(0, NODES - 1), Arbitraries.of(true, false, false, false),
					Arbitraries.of(true, false))
			.as((node, forgets, claimed) -> new Turn(null, node, forgets, claimed));
		return new SessionPropertyTests().stories()
			.flatMap((moves) -> how.list()
				.ofSize(moves.size())
				.map((hows) -> IntStream.range(0, moves.size())
					.mapToObj((i) -> new Turn(moves.get(i), hows.get(i).node(), hows.get(i).forgets(),
							hows.get(i).claimed()))
					.toList()));
	}

	/** Two nodes that carry out commands in one way. */
	private abstract static class Way {

		final SessionLog log = new SessionLog();

		private final List<Cache> memories = new ArrayList<>();

		private final List<CoachingSessions> nodes = new ArrayList<>();

		abstract SessionCommands node(Cache memory, EventStore store);

		void open() {
			for (int i = 0; i < NODES; i++) {
				Cache memory = new AggregateCaches().sessionCache();
				this.memories.add(memory);
				this.nodes.add(new CoachingSessions(node(memory, this.log.store())));
			}
		}

		void close() {
		}

		Outcome play(Turn turn, CoachingSessionCommand command) {
			if (turn.forgets()) {
				this.memories.get(turn.node()).removeAll();
			}
			CoachingSessions node = this.nodes.get(turn.node());
			boolean isNew = turn.claimed() && this.log.history(command.sessionId()).isEmpty();
			return (command instanceof StartSession start && isNew) ? node.start(start) : node.send(command);
		}

		/** The events of a session, as text. */
		List<String> stored(String id) {
			Map<Object, String> origins = new HashMap<>();
			return this.log.history(id).stream().map((event) -> text(event, origins)).toList();
		}

		/** Ids are random: events of one command have the same in both metadata. */
		private static String text(DomainEventMessage<?> event, Map<Object, String> origins) {
			Map<String, Object> metadata = new TreeMap<>(event.getMetaData());
			for (String key : List.of("traceId", "correlationId")) {
				metadata.computeIfPresent(key,
						(_, origin) -> origins.computeIfAbsent(origin, (_) -> "command " + origins.size()));
			}
			return String.join(" ", event.getType(), event.getAggregateIdentifier(),
					String.valueOf(event.getSequenceNumber()), event.getTimestamp().toString(),
					event.getPayloadType().getName(), JSON.writeValueAsString(event.getPayload()),
					JSON.writeValueAsString(metadata));
		}

	}

	private static final class MovableClock extends Clock {

		private Instant now = Instant.EPOCH;

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException("This clock has one zone");
		}

	}

}
