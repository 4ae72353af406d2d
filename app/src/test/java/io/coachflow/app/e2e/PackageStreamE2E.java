package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.coachflow.app.CoachflowApplication;
import io.coachflow.app.TestServers;
import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.app.e2e.EventStream.Event;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.PackageStatus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Following a package, of which the tests write the history themselves.
 */
@SpringBootTest(classes = CoachflowApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = { "coachflow.roles=api,projections", "coachflow.package.stream.heartbeat=PT1S",
				"coachflow.package.stream.limit=PT10S" })
@ContextConfiguration(initializers = TestServers.class)
@DirtiesContext
@ResourceLock(TestServers.LOGGING)
class PackageStreamE2E {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private EventStore events;

	@Autowired
	private ApplicationContext context;

	@Value("${server.port}")
	private int port;

	private Caller demo;

	private String session;

	private PackageHistory history;

	@BeforeEach
	void completeASession() {
		this.demo = Caller.withToken(this.http, this.port, "demo", "coaching");
		this.session = this.demo.start(Map.of()).field("session_id");
		CoachingSessionE2E.STEPS.forEach((step) -> this.demo.step(this.session, "We cook in Dakar for " + step));
		this.history = new PackageHistory(this.events, this.session, "en");
	}

	@Test
	void eachTransitionIsToldAtOnceThenThePackageThenItEnds() throws Exception {
		try (EventStream stream = open()) {
			assertThat(stream.status()).isEqualTo(200);
			assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
			assertThat(stream.header("Cache-Control")).contains("no-store");
			this.history.requested();
			long begun = System.nanoTime();
			for (Agent agent : Agent.values()) {
				this.history.starts(agent, 1, 1);
				assertTold(stream.next(SOON), agent, "running");
				if (agent == Agent.SEO) {
					this.history.delays(agent, 1, 1);
					assertTold(stream.next(SOON), agent, "pending");
				}
				if (agent == Agent.LOGO) {
					this.history.fails(agent, 1, 1);
					JsonNode failed = assertTold(stream.next(SOON), agent, "failed");
					assertThat(failed.at("/fault/kind").asString()).isEqualTo("timeout");
				}
				else {
					this.history.succeeds(agent, 1, 1);
					JsonNode succeeded = assertTold(stream.next(SOON), agent, "succeeded");
					assertThat(succeeded.at("/result/kind").asString()).isEqualTo(agent.id());
				}
			}
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("Eleven events, not each after a heartbeat")
				.isLessThan(Duration.ofSeconds(4));
			this.history.completes(PackageStatus.PARTIAL);

			List<Event> rest = stream.rest(SOON);

			assertThat(rest).singleElement().extracting(Event::name).isEqualTo("package");
			assertThat(rest.getFirst().id()).isEqualTo(Long.toString(this.history.sequence()));
			assertThat(rest.getFirst().json()).isEqualTo(this.demo.get(path()).json());
		}
	}

	@Test
	void ofASettledPackageEverythingIsToldAtOnce() throws Exception {
		this.history.requested().allSucceed();

		try (EventStream stream = open()) {
			List<Event> all = stream.rest(SOON);

			assertThat(all).hasSize(11);
			assertThat(all).extracting(Event::id)
				.containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
			assertThat(all.getLast().name()).isEqualTo("package");
		}
	}

	@Test
	void aClientGoesOnBehindTheLastEventItHas() throws Exception {
		this.history.requested().allSucceed();

		try (EventStream stream = open("Last-Event-ID", "9")) {
			assertThat(stream.rest(SOON)).extracting(Event::id).containsExactly("10", "11");
		}
		try (EventStream stream = open("Last-Event-ID", "10")) {
			assertThat(stream.rest(SOON)).extracting(Event::name).containsExactly("package");
		}
		Answer over = this.demo.get(path() + "/stream", "Accept", "text/event-stream", "Last-Event-ID", "11");
		assertThat(over.status()).isEqualTo(204);
		assertThat(over.bytes()).isEmpty();
	}

	@Test
	void aRegenerationIsToldToWhomHasThePackageAlready() throws Exception {
		this.history.requested().allSucceed().asksAgain(Agent.LOGO, 2);

		try (EventStream stream = open("Last-Event-ID", "11")) {
			JsonNode asked = assertTold(stream.next(SOON), Agent.LOGO, "pending");
			assertThat(asked.get("generation").asInt()).isEqualTo(2);
			assertThat(asked.get("result_generation").asInt()).isEqualTo(1);
			this.history.succeeds(Agent.LOGO, 2, 1).completes(PackageStatus.COMPLETE);
			assertThat(stream.rest(SOON)).extracting(Event::name).containsExactly("agent", "package");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "-1", "1.5", "99", "999999999999999999999", "0x1" })
	void anIdThatThisStreamNeverGaveIsRefused(String id) {
		this.history.requested();

		assertRefused(this.demo.get(path() + "/stream", "Accept", "text/event-stream", "Last-Event-ID", id), 400,
				"INVALID_REQUEST");
	}

	@Test
	void anIdleStreamShowsThatItIsAliveAndEndsAfterAWhile() throws Exception {
		this.history.requested();

		try (EventStream stream = open()) {
			assertThat(stream.rest(Duration.ofSeconds(15))).isEmpty();
			assertThat(stream.comments()).isBetween(5, 12);
		}
	}

	@Test
	void theStreamOfADeletedSessionEnds() throws Exception {
		this.history.requested();

		try (EventStream stream = open()) {
			this.history.starts(Agent.SEO, 1, 1);
			stream.next(SOON);

			this.demo.delete(Caller.COACHING + "/session/" + this.session);

			assertThat(stream.rest(SOON)).isEmpty();
		}
	}

	@Test
	void manyClientsHearTheSameAndTakeNoPlatformThreads() throws Exception {
		this.history.requested();
		List<EventStream> streams = new ArrayList<>();
		try {
			open().close();
			int before = Thread.getAllStackTraces().size();
			for (int i = 0; i < 200; i++) {
				streams.add(open());
			}
			assertThat(Thread.getAllStackTraces().size()).isLessThan(before + 30);

			this.history.allSucceed();

			for (EventStream stream : streams) {
				assertThat(stream.rest(SOON)).hasSize(11);
			}
		}
		finally {
			for (EventStream stream : streams) {
				stream.close();
			}
		}
		awaitNobodyWaits();
	}

	@Test
	void whoGoesAwayIsForgotten() throws Exception {
		this.history.requested();
		for (int i = 0; i < 20; i++) {
			try (HttpClient leaving = HttpClient.newHttpClient()) {
				EventStream.open(leaving, this.port, this.demo.token(), path() + "/stream").close();
				leaving.shutdownNow();
			}
		}

		awaitNobodyWaits();
	}

	@Test
	void aQuestionForTheHeadersAloneIsAnsweredAtOnce() {
		this.history.requested();

		Answer head = this.demo.send("HEAD", path() + "/stream", null, Map.of("Accept", "text/event-stream"));

		assertThat(head.status()).isEqualTo(200);
		assertThat(head.took()).isLessThan(Duration.ofSeconds(1));
	}

	/** Well before the streams end by themselves. */
	private void awaitNobodyWaits() throws InterruptedException {
		Map<?, ?> watches = (Map<?, ?>) ReflectionTestUtils.getField(this.context.getBean("packageSignals"), "watches");
		for (int i = 0; i < 60 && !watches.isEmpty(); i++) {
			Thread.sleep(100);
		}
		assertThat(watches).isEmpty();
	}

	private JsonNode assertTold(Event event, Agent agent, String state) {
		assertThat(event.name()).isEqualTo("agent");
		assertThat(event.id()).isEqualTo(Long.toString(this.history.sequence()));
		assertThat(event.json().get("agent").asString()).isEqualTo(agent.id());
		assertThat(event.json().get("sequence").asLong()).isEqualTo(this.history.sequence());
		assertThat(event.json().get("state").asString()).isEqualTo(state);
		return event.json();
	}

	private EventStream open(String... headers) {
		return EventStream.open(this.http, this.port, this.demo.token(), path() + "/stream", headers);
	}

	private String path() {
		return Caller.COACHING + "/session/" + this.session + "/package";
	}

}
