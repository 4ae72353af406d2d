package io.coachflow.app.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.example.coachflow.client.ApiClient;
import com.example.coachflow.client.ApiException;
import com.example.coachflow.client.ApiResponse;
import com.example.coachflow.client.api.AnalyticsApi;
import com.example.coachflow.client.api.BusinessPackageApi;
import com.example.coachflow.client.api.CoachingApi;
import com.example.coachflow.client.api.EventStreamApi;
import com.example.coachflow.client.api.HistoryApi;
import com.example.coachflow.client.model.CloudEvent;
import com.example.coachflow.client.model.CompleteRequest;
import com.example.coachflow.client.model.FunnelReport;
import com.example.coachflow.client.model.HistoryDiff;
import com.example.coachflow.client.model.HistoryEvent;
import com.example.coachflow.client.model.HistoryResponse;
import com.example.coachflow.client.model.PackageResponse;
import com.example.coachflow.client.model.SessionResponse;
import com.example.coachflow.client.model.StartRequest;
import com.example.coachflow.client.model.StepRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The client that openapi-generator makes of the document understands what the service
 * says.
 */
@OnSharedCoachflow
class GeneratedClientE2E {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final RunningCoachflow coachflow;

	private final CoachingApi coaching;

	private final BusinessPackageApi packages;

	private final HistoryApi histories;

	GeneratedClientE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		ApiClient demo = client("demo", "coaching");
		this.coaching = new CoachingApi(demo);
		this.packages = new BusinessPackageApi(demo);
		this.histories = new HistoryApi(demo);
	}

	@Test
	void aWholeSessionIsUnderstoodUpToItsPackageAndItsHistory() throws Exception {
		String session = completedSession();

		SessionResponse told = this.coaching.session(session);
		assertThat(told.getStatus()).hasToString("completed");
		assertThat(told.getAnswers()).containsOnlyKeys(CoachingSessionE2E.STEPS);

		PackageResponse made = settledPackage(session);
		assertThat(made.getStatus()).hasToString("complete");
		assertThat(made.getAgents()).hasSize(5)
			.allSatisfy((_, agent) -> assertThat(agent.getResult()).as("result").isNotNull());
		assertThat(made.getBrief().getBusinessName()).isEqualTo("Teranga Table");

		HistoryResponse history = this.histories.history(session, null, null, null);
		assertThat(history.getEvents()).extracting(HistoryEvent::getName)
			.startsWith("io.coachflow.session.started")
			.contains("io.coachflow.session.completed");
		assertThat(history.getEvents()).allSatisfy((event) -> assertThat(event.getData()).asString().isNotBlank());
		HistoryDiff diff = this.histories.diff(session, -1L, 5L);
		assertThat(diff.getChanges()).isNotEmpty();
		assertThat(diff.getChanges().toString()).contains("Teranga Table", "We cook in Dakar for vision");
	}

	@Test
	void theFeedGoesOnBehindItsCursor() throws Exception {
		String session = completedSession();
		EventStreamApi feed = new EventStreamApi(client("consumer", "coaching:events"));

		ApiResponse<List<CloudEvent>> first = feed.eventsWithHttpInfo(null, 3, 10, null, session, null, null);
		List<CloudEvent> rest = new ArrayList<>();
		String cursor = first.getHeaders().get("Next-Cursor").getFirst();
		for (int i = 0; i < 20 && rest.size() < 4; i++) {
			ApiResponse<List<CloudEvent>> next = feed.eventsWithHttpInfo(cursor, null, 10,
					List.of("io.coachflow.session"), session, null, null);
			rest.addAll(next.getData());
			cursor = next.getHeaders().get("Next-Cursor").getFirst();
		}

		assertThat(first.getData()).extracting(CloudEvent::getType)
			.startsWith("io.coachflow.session.started.v1", "io.coachflow.session.step-answered.v1");
		assertThat(rest).extracting(CloudEvent::getType).endsWith("io.coachflow.session.completed.v1");
		assertThat(rest).allSatisfy((event) -> assertThat(event.getSubject()).isEqualTo(session));
		assertThat(rest.getFirst().getData()).containsEntry("session_id", session);
	}

	@Test
	void theFunnelIsCounted() throws Exception {
		completedSession();
		AnalyticsApi analytics = new AnalyticsApi(client("analyst", "coaching:analytics"));

		FunnelReport funnel = analytics.funnel(null, null, null, null);
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (funnel.getGroups().isEmpty() && System.nanoTime() < deadline) {
			Thread.sleep(100); // figures follow the log within moments
			funnel = analytics.funnel(null, null, null, null);
		}

		assertThat(funnel.getGroups()).isNotEmpty()
			.allSatisfy((group) -> assertThat(group.getReached()).containsOnlyKeys(CoachingSessionE2E.STEPS));
	}

	@Test
	void aRefusalSaysWhatTheServiceSaid() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.coaching.session("unknown"))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(404))
			.satisfies((ex) -> assertThat(ex.getResponseBody()).contains("\"SESSION_NOT_FOUND\""));
	}

	private String completedSession() throws ApiException {
		String session = this.coaching
			.start(null, null, null,
					new StartRequest().businessName("Teranga Table").city("Dakar").sector("restaurant"))
			.getSessionId();
		for (String step : CoachingSessionE2E.STEPS) {
			this.coaching.step(new StepRequest().sessionId(session).userResponse("We cook in Dakar for " + step), null,
					null, null);
		}
		this.coaching.complete(null, null, null, null, new CompleteRequest().sessionId(session));
		return session;
	}

	/**
	 * Once no result is null: the generated code throws where one of several kinds is
	 * null.
	 */
	private PackageResponse settledPackage(String session) throws ApiException, InterruptedException {
		String path = Caller.COACHING + "/session/" + session + "/package";
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!this.coachflow.demo().get(path).field("status").equals("complete") && System.nanoTime() < deadline) {
			Thread.sleep(100);
		}
		return this.packages.businessPackage(session, null);
	}

	private ApiClient client(String id, String scope) {
		String token = this.coachflow.caller(id, scope).token();
		ApiClient client = new ApiClient();
		client.updateBaseUri("http://127.0.0.1:" + this.coachflow.port());
		client.setRequestInterceptor((request) -> request.setHeader("Authorization", "Bearer " + token));
		return client;
	}

}
