package io.coachflow.command.session;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.coachflow.command.idempotency.IdempotencyKeys.StoredReply;
import io.coachflow.command.idempotency.IdempotentReply;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.RevisionRequest;
import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.session.CoachingSessionCommand.ByUser;
import io.coachflow.contracts.session.CoachingSessionCommand.DescribeBusiness;
import io.coachflow.contracts.session.CoachingSessionCommand.ReviseAnswer;
import io.coachflow.contracts.session.CoachingSessionCommand.Told;
import io.coachflow.contracts.session.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns requests for corrections into commands.
 */
@RestController
class CorrectionController implements CorrectionApi {

	private final IdempotentCommands commands;

	private final JsonRequests requests;

	private final FollowUps followUps;

	CorrectionController(IdempotentCommands commands, JsonRequests requests, FollowUps followUps) {
		this.commands = commands;
		this.requests = requests;
		this.followUps = followUps;
	}

	@Override
	public ResponseEntity<?> revise(String sessionId, String step, byte @Nullable [] body,
			@Nullable String idempotencyKey, @Nullable String ifMatch, Principal caller, Locale locale) {
		String answer = RequestTexts.answer(this.requests.read(body, RevisionRequest.class).userResponse());
		return carriedOut(new ReviseAnswer(RequestTexts.sessionId(sessionId), RequestHeaders.requester(caller, locale,
				idempotencyKey, ifMatch, "revise", sessionId + "/" + step, body), RequestTexts.step(step), answer));
	}

	@Override
	public ResponseEntity<?> describe(String sessionId, byte @Nullable [] body, @Nullable String idempotencyKey,
			@Nullable String ifMatch, Principal caller, Locale locale) {
		ObjectNode facts = this.requests.read(body, ObjectNode.class);
		List<Told> told = Arrays.stream(Fact.values())
			.filter((fact) -> facts.has(fact.id()))
			.map((fact) -> new Told(fact, value(fact, facts.path(fact.id()))))
			.toList();
		return carriedOut(new DescribeBusiness(RequestTexts.sessionId(sessionId),
				RequestHeaders.requester(caller, locale, idempotencyKey, ifMatch, "describe", sessionId, body), told));
	}

	private static @Nullable String value(Fact fact, JsonNode json) {
		if (json.isNull()) {
			return null;
		}
		if (!json.isString()) {
			throw new ApiException(ErrorCode.INVALID_REQUEST,
					"The body is not the JSON object that is expected: check the type of " + fact.id() + ".");
		}
		return RequestTexts.fact(fact.id(), json.stringValue());
	}

	private ResponseEntity<?> carriedOut(ByUser command) {
		StoredReply told = this.commands.carryOut(command, (accepted) -> new IdempotentReply(accepted.reply(), null));
		if (told.reply().reply().completedAt() != null) {
			this.followUps.corrected(command.sessionId());
		}
		return IdempotentResponse.of(told, (reply) -> SessionResponse.of(reply.reply()));
	}

}
