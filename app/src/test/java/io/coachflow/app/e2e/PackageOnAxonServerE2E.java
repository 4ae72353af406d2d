package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

import io.coachflow.app.CoachflowApplication;
import io.coachflow.app.TestServers;
import io.coachflow.app.e2e.EventStream.Event;
import io.coachflow.contracts.enrichment.Agent;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packages where Axon Server is the log.
 */
@SpringBootTest(classes = CoachflowApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = "coachflow.roles=api,projections")
@ContextConfiguration(initializers = { OnAxonServer.class, TestServers.class })
@DirtiesContext
@ResourceLock(TestServers.LOGGING)
class PackageOnAxonServerE2E {

	private final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private EventStore events;

	@Value("${server.port}")
	private int port;

	@Test
	void aPackageIsFollowedAndReadBack() throws Exception {
		Caller demo = Caller.withToken(this.http, this.port, "demo", "coaching");
		String session = demo.startedSession();
		CoachingSessionE2E.STEPS.forEach((step) -> demo.step(session, "We cook in Dakar for " + step));
		String path = Caller.COACHING + "/session/" + session + "/package";
		PackageHistory history = new PackageHistory(this.events, session, "en").requested();

		try (EventStream stream = EventStream.open(this.http, this.port, demo.token(), path + "/stream")) {
			assertThat(demo.get(path).json().get("sequence").asInt()).isZero();
			history.starts(Agent.SEO, 1, 1);
			assertThat(stream.next(Duration.ofSeconds(5)).json().get("state").asString()).isEqualTo("running");
			assertThat(demo.get(path).json().at("/agents/seo/state").asString()).isEqualTo("running");

			history.succeeds(Agent.SEO, 1, 1).allSucceed();

			List<Event> rest = stream.rest(Duration.ofSeconds(5));
			assertThat(rest.getLast().json()).isEqualTo(demo.get(path).json());
		}
		try (EventStream stream = EventStream.open(this.http, this.port, demo.token(), path + "/stream",
				"Last-Event-ID", Long.toString(history.sequence() - 1))) {
			assertThat(stream.rest(Duration.ofSeconds(5))).extracting(Event::name).containsExactly("package");
		}
	}

}
