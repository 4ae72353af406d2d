package io.coachflow.app.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.coachflow.app.AxonServerStandIn;
import io.coachflow.app.CoachflowApplication;
import io.coachflow.app.TestAxonServer;
import io.coachflow.app.TestServers;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.EventMetadata;
import io.coachflow.contracts.session.FindDueSessions;
import io.coachflow.contracts.session.GuidanceTexts;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Step;
import io.coachflow.eventlog.axonserver.AxonServerFailures;
import io.coachflow.eventlog.integrity.EventHash;
import io.coachflow.eventlog.integrity.SealedMetadata;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static io.coachflow.app.e2e.EventLogFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The log and the buses on Axon Server.
 */
@Order(LongClasses.FIRST)
@SpringBootTest(classes = CoachflowApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = { OnAxonServer.class, TestServers.class })
@Import(EventLogFixture.class)
@DirtiesContext
@ResourceLock(TestServers.LOGGING)
class AxonServerLogE2E {

	@Autowired
	private TestAxonServer axonServer;

	@Autowired
	private EventLogFixture fixture;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private CommandGateway commands;

	@Autowired
	private QueryGateway queries;

	@Autowired
	private EventStore events;

	@Autowired
	@Qualifier("eventSerializer")
	private Serializer eventSerializer;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void oneSettingMakesAxonServerTheLogAndTheBuses() {
		assertThat(this.events.getClass()).hasToString("class io.coachflow.eventlog.axonserver.SealingEventStore");
		assertThat(this.context.getBean(CommandBus.class).getClass())
			.hasToString("class io.coachflow.eventlog.axonserver.AxonServerCommands");
		assertThat(this.context.getBean(QueryBus.class)).isInstanceOf(AxonServerQueryBus.class);
		assertThat(this.context.getBeanProvider(EventStorageEngine.class).stream()).isEmpty();
		assertThat(this.context.getBeanDefinitionNames()).doesNotContain("eventAppender", "notificationListener");
		assertThat(this.jdbc.sql("SELECT engine FROM event_log_engine").query(String.class).single())
			.isEqualTo("axonserver");
	}

	@Test
	void theChainOfASessionVerifiesOnWhatAxonServerKept() {
		String session = this.fixture.startedSession();
		for (Step step : Step.values()) {
			answer(session, step);
		}

		List<DomainEventMessage<?>> history = history(session);

		// The fifth answer and the completion came in one transaction
		assertThat(history).hasSize(Step.values().length + 2);
		assertVerifies(history);
		assertThat(history.getFirst().serializePayload(this.eventSerializer, byte[].class).getType().getRevision())
			.isEqualTo("2");
	}

	@Test
	void textsAreNamedByDigestOnceAxonServerHasThem() {
		AxonServerStandIn standIn = standIn();
		await(() -> {
			String session = this.fixture.startedSession();
			assertVerifies(history(session));
			return standIn.events(session).getFirst().getPayload().getData().toStringUtf8().contains("\"digest\":\"");
		});
		String session = this.fixture.startedSession();

		SessionStarted started = (SessionStarted) history(session).getFirst().getPayload();
		assertThat(started.guidance().message()).isNotBlank();
		List<Event> texts = standIn.events(GuidanceTexts.of(started.guidance()).digest());
		assertThat(texts).singleElement()
			.satisfies((it) -> assertThat(it.getPayload().getType()).isEqualTo("io.coachflow.guidance.recorded"));
	}

	@Test
	void whatAnInterceptorAddsLaterIsInTheHash() {
		String session;
		try (Registration late = this.events
			.registerDispatchInterceptor((_) -> (_, event) -> event.andMetaData(Map.of("late", "addition")))) {
			session = this.fixture.startedSession();
			assertThat(late).isNotNull();
		}
		answer(session, Step.VISION);

		List<DomainEventMessage<?>> history = history(session);

		assertThat(history.getFirst().getMetaData()).containsEntry("late", "addition");
		assertVerifies(history);
	}

	@Test
	void storedBytesComeOutAsTheyAre() {
		String session = this.fixture.startedSession();
		AxonServerStandIn standIn = standIn();

		DomainEventMessage<?> read = history(session).getFirst();
		Event stored = standIn.events(session).getFirst();

		assertThat(read.serializePayload(this.eventSerializer, byte[].class).getData())
			.isEqualTo(stored.getPayload().getData().toByteArray());
		assertThat(stored.getPayload().getType()).isEqualTo("io.coachflow.session.started");
		assertThat(stored.getMetaDataMap().get("user_id").getTextValue()).isEqualTo("demo");
		assertThat(new String(read.serializeMetaData(this.eventSerializer, byte[].class).getData(),
				StandardCharsets.UTF_8))
			.startsWith("{\"")
			.contains("\"user_id\":\"demo\"");
	}

	@Test
	void commandsOfASessionAreRoutedByItsId() {
		String session = this.fixture.startedSession();

		assertThat(standIn().routingKeys()).contains(session);
	}

	@Test
	void failuresThatTheSenderActsUponArriveAsIfTheyWereLocal() {
		String session = this.fixture.startedSession();
		String unknown = UUID.randomUUID().toString();

		assertThatExceptionOfType(AggregateNotFoundException.class)
			.isThrownBy(() -> this.commands.sendAndWait(new ResumeSession(unknown, EventLogFixture.DEMO)))
			.satisfies((failure) -> assertThat(failure.getAggregateIdentifier()).isEqualTo(unknown));
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.events
				.publish(new GenericDomainEventMessage<>("CoachingSession", session, 0, new SessionDeleted(session))))
			.satisfies(
					(failure) -> assertThat(Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause))
						.anyMatch(AxonServerFailures::isConflict));
	}

	@Test
	void queriesAreAnsweredThroughAxonServer() throws Exception {
		String session = this.fixture.startedSession();
		await(() -> this.fixture.answered(session) == 0);

		List<String> due = this.queries
			.query(new FindDueSessions(Instant.now().plus(Duration.ofDays(1)), "", 500),
					ResponseTypes.multipleInstancesOf(String.class))
			.get(10, TimeUnit.SECONDS);

		assertThat(due).contains(session);
	}

	@Test
	void aReadModelIsRebuiltByAReplay() {
		String session = this.fixture.startedSession();
		answer(session, Step.VISION);
		await(() -> this.fixture.answered(session) == 1);

		this.fixture.rebuild("session-list", "session_list");

		await(() -> this.fixture.answered(session) == 1);
		assertThat(this.jdbc.sql("SELECT count(*) FROM event_log").query(Long.class).single()).isZero();
	}

	@Test
	void anEventOfAnUnknownTypeIsParkedAsItIs() {
		String session = UUID.randomUUID().toString();
		standIn().append(Event.newBuilder()
			.setMessageIdentifier(UUID.randomUUID().toString())
			.setAggregateIdentifier(session)
			.setAggregateType("CoachingSession")
			.setTimestamp(System.currentTimeMillis())
			.setPayload(SerializedObject.newBuilder()
				.setType("javax.script.ScriptEngineManager")
				.setData(ByteString.copyFromUtf8("[\"http://127.0.0.1/\"]")))
			.build());
		String later = this.fixture.startedSession();

		await(() -> this.fixture.answered(later) == 0);
		// By the session view, the session list, the funnel and the search
		await(() -> this.fixture.deadLettersOf(session, "javax.script.ScriptEngineManager",
				"[\"http://127.0.0.1/\"]") == 4);
	}

	private void assertVerifies(List<DomainEventMessage<?>> history) {
		byte[] previous = EventHash.NONE;
		for (DomainEventMessage<?> event : history) {
			var payload = event.serializePayload(this.eventSerializer, byte[].class);
			byte[] hash = EventHash.of(previous, event.getAggregateIdentifier(), event.getSequenceNumber(),
					payload.getType().getName(), payload.getType().getRevision(), event.getTimestamp(),
					payload.getData(), SealedMetadata.canonical(event.getMetaData()));
			assertThat(event.getMetaData().get(EventMetadata.HASH)).as("sequence %s", event.getSequenceNumber())
				.isEqualTo(HexFormat.of().formatHex(hash));
			previous = hash;
		}
	}

	private List<DomainEventMessage<?>> history(String session) {
		List<DomainEventMessage<?>> history = new ArrayList<>();
		this.events.readEvents(session).forEachRemaining(history::add);
		assertThat(history).extracting(EventMessage::getIdentifier).doesNotHaveDuplicates();
		return history;
	}

	private void answer(String session, Step step) {
		this.fixture.accept(
				new SubmitAnswer(session, new Requester("demo", "en", null, (step == Step.VISION) ? Set.of(0L) : null),
						"Trois restaurants à Dakar \"d'ici\" 2031 🍲", step));
	}

	private AxonServerStandIn standIn() {
		Assumptions.assumeTrue(this.axonServer.standIn().isPresent(), "looks into the stand-in");
		return this.axonServer.standIn().orElseThrow();
	}

}
