package io.coachflow.console.coach;

import java.util.Map;

import io.coachflow.console.api.ApiPath;
import io.coachflow.console.api.CoachflowApi;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.CompletionResponse;
import io.coachflow.contracts.rest.FromBriefRequest;
import io.coachflow.contracts.rest.HelpRequest;
import io.coachflow.contracts.rest.HelpResponse;
import io.coachflow.contracts.rest.IdempotencyKeyHeader;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.ProposalsRequest;
import io.coachflow.contracts.rest.ProposalsResponse;
import io.coachflow.contracts.rest.ReformulationRequest;
import io.coachflow.contracts.rest.ReformulationResponse;
import io.coachflow.contracts.rest.RevisionRequest;
import io.coachflow.contracts.rest.SessionPage;
import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.rest.StartRequest;
import io.coachflow.contracts.rest.StepRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * The calls of the API that coach, in the name of the signed-in user.
 */
@Component
class CoachingCalls {

	private static final String COACHING = "/api/v1/coaching";

	private static final String SESSION = COACHING + "/session/{id}";

	private static final int CARDS = 12;

	private final CoachflowApi api;

	CoachingCalls(CoachflowApi api) {
		this.api = api;
	}

	SessionPage sessions(@Nullable String status, @Nullable String name, @Nullable String cursor) {
		return this.api.get(SessionPage.class,
				ApiPath.of(COACHING + "/sessions")
					.query("limit", CARDS)
					.query("status", status)
					.query("q", name)
					.query("cursor", cursor)
					.toString());
	}

	SessionResponse session(String sessionId) {
		return this.api.get(SessionResponse.class, SESSION, sessionId);
	}

	SessionLog log(String sessionId) {
		return SessionLog.of(this.api.get(JsonNode.class, SESSION + "/history", sessionId).path("events"));
	}

	CoachingResponse start(StartRequest request, String key) {
		return this.api.call(HttpMethod.POST, COACHING + "/start")
			.header(IdempotencyKeyHeader.NAME, key)
			.body(request)
			.as(CoachingResponse.class);
	}

	/** Goes on with a session. It changes nothing unless the session has expired. */
	CoachingResponse resume(String sessionId) {
		return this.api.post(CoachingResponse.class, new StartRequest(sessionId, null, null, null, null),
				COACHING + "/start");
	}

	CoachingResponse answer(String sessionId, AnswerForm form) {
		return this.api.call(HttpMethod.POST, COACHING + "/step")
			.header(IdempotencyKeyHeader.NAME, FormKey.of(form.key()))
			.body(new StepRequest(sessionId, form.text(), form.step(), FormText.given(form.offeredId())))
			.as(CoachingResponse.class);
	}

	SessionResponse revise(String sessionId, AnswerEdit edit) {
		return this.api.call(HttpMethod.PUT, SESSION + "/answers/{step}", sessionId, edit.step())
			.header(IdempotencyKeyHeader.NAME, edit.key())
			.header(IfMatch.NAME, "\"" + edit.sequence() + "\"")
			.body(new RevisionRequest(edit.text()))
			.as(SessionResponse.class);
	}

	void describe(String sessionId, Map<String, @Nullable String> changes) {
		this.api.patch(SessionResponse.class, changes, SESSION, sessionId);
	}

	HelpResponse help(String sessionId, AnswerForm form) {
		return this.api.post(HelpResponse.class,
				new HelpRequest(sessionId, FormText.given(form.question()), form.step()), COACHING + "/help");
	}

	ProposalsResponse proposals(String sessionId, AnswerForm form) {
		return this.api.post(ProposalsResponse.class,
				new ProposalsRequest(sessionId, form.step(), FormText.given(form.hint())), COACHING + "/proposals");
	}

	ReformulationResponse reformulate(String sessionId, AnswerForm form) {
		return this.api.post(ReformulationResponse.class, new ReformulationRequest(sessionId, form.text(), form.step()),
				COACHING + "/reformulate");
	}

	CompletionResponse fromBrief(FromBriefRequest request, String key) {
		return this.api.call(HttpMethod.POST, COACHING + "/from-brief")
			.header(IdempotencyKeyHeader.NAME, key)
			.body(request)
			.as(CompletionResponse.class);
	}

	void delete(String sessionId) {
		this.api.delete(SESSION, sessionId);
	}

}
