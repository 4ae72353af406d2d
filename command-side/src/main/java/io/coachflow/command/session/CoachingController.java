package io.coachflow.command.session;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import io.coachflow.command.idempotency.IdempotencyKeys.StoredReply;
import io.coachflow.command.idempotency.IdempotentReply;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.CompleteRequest;
import io.coachflow.contracts.rest.CompletionResponse;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.StartRequest;
import io.coachflow.contracts.rest.StepRequest;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Outcome.Refused;
import io.coachflow.contracts.session.Outcome;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.SessionIds;
import io.coachflow.contracts.session.Step;
import io.coachflow.llm.ModelCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/**
 * Turns requests into commands, and what the session answers into responses.
 */
@RestController
class CoachingController implements CoachingApi {

	private final IdempotentCommands commands;

	private final CoachingSessions sessions;

	private final JsonRequests requests;

	private final FollowUps followUps;

	private final ModelCalls calls;

	CoachingController(IdempotentCommands commands, CoachingSessions sessions, JsonRequests requests,
			FollowUps followUps, ModelCalls calls) {
		this.commands = commands;
		this.sessions = sessions;
		this.requests = requests;
		this.followUps = followUps;
		this.calls = calls;
	}

	@Override
	public ResponseEntity<?> start(byte @Nullable [] body, @Nullable String idempotencyKey, @Nullable String ifMatch,
			Principal caller, Locale locale) {
		StartRequest request = this.requests.read(body, StartRequest.class);
		if (request.sessionId() == null && ifMatch != null) {
			throw new ApiException(ErrorCode.PRECONDITION_FAILED,
					"A new session has no state that If-Match could name: leave the header out, or send session_id.");
		}
		Requester requester = requester(caller, locale, idempotencyKey, ifMatch, "start", "", body);
		if (request.sessionId() != null) {
			ResumeSession command = new ResumeSession(knownForm(request.sessionId()), requester);
			return response(this.commands.carryOut(command, CoachingController::reply), CoachingController::coaching);
		}
		Business business = new Business(RequestTexts.fact("business_name", request.businessName()),
				RequestTexts.fact("sector", request.sector()), RequestTexts.fact("city", request.city()),
				RequestTexts.fact("country", request.country()));
		return response(this.commands.start(requester, business, CoachingController::reply),
				CoachingController::coaching);
	}

	@Override
	public ResponseEntity<?> step(byte @Nullable [] body, @Nullable String idempotencyKey, @Nullable String ifMatch,
			Principal caller, Locale locale) {
		StepRequest request = this.requests.read(body, StepRequest.class);
		String sessionId = given(request.sessionId());
		String answer = RequestTexts.answer(request.userResponse());
		Step step = (request.step() != null) ? step(request.step()) : null;
		SubmitAnswer command = new SubmitAnswer(knownForm(sessionId),
				requester(caller, locale, idempotencyKey, ifMatch, "step", "", body), answer, step);
		return response(this.commands.carryOut(command, CoachingController::reply), CoachingController::coaching);
	}

	@Override
	public ResponseEntity<?> complete(byte @Nullable [] body, @Nullable String sessionId,
			@Nullable String idempotencyKey, @Nullable String ifMatch, Principal caller, Locale locale) {
		String inBody = this.requests.read(body, CompleteRequest.class).sessionId();
		if (inBody != null && sessionId != null && !inBody.equals(sessionId)) {
			throw new ApiException(ErrorCode.INVALID_REQUEST,
					"The body and the query name different sessions: send session_id once.");
		}
		String id = given((inBody != null) ? inBody : sessionId);
		CompleteSession command = new CompleteSession(knownForm(id), requester(caller, locale, idempotencyKey, ifMatch,
				"complete", Objects.requireNonNullElse(sessionId, ""), body));
		return response(this.commands.carryOut(command, this::replyWithFollowUp),
				(reply) -> CompletionResponse.of(reply.reply(), reply.followUp()));
	}

	@Override
	public ResponseEntity<Void> delete(String sessionId, @Nullable String ifMatch, Principal caller, Locale locale) {
		Outcome outcome = this.sessions.send(new DeleteSession(knownForm(sessionId),
				new Requester(caller.getName(), locale.getLanguage(), null, IfMatch.sequences(ifMatch))));
		// Also if it was deleted before: a client that got no response repeats the
		// request
		if (!(outcome instanceof Refused refused) || refused.code() == ErrorCode.SESSION_NOT_FOUND) {
			this.calls.end(sessionId);
		}
		IdempotentCommands.accepted(outcome);
		return ResponseEntity.noContent().build();
	}

	private static IdempotentReply reply(Accepted accepted) {
		return new IdempotentReply(accepted.reply(), null);
	}

	private IdempotentReply replyWithFollowUp(Accepted accepted) {
		return new IdempotentReply(accepted.reply(), this.followUps.of(Objects.requireNonNull(accepted.completed())));
	}

	private static CoachingResponse coaching(IdempotentReply reply) {
		return CoachingResponse.of(reply.reply());
	}

	private static ResponseEntity<?> response(StoredReply stored, Function<IdempotentReply, ?> view) {
		Reply reply = stored.reply().reply();
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.eTag("\"" + reply.sequence() + "\"")
			.header(HttpHeaders.CONTENT_LANGUAGE, reply.guidance().language());
		if (stored.replayed()) {
			response.header("Idempotency-Replayed", "true");
		}
		return response.body(view.apply(stored.reply()));
	}

	private static Requester requester(Principal caller, Locale locale, @Nullable String key, @Nullable String ifMatch,
			String route, String query, byte @Nullable [] body) {
		return new Requester(caller.getName(), locale.getLanguage(),
				RequestHeaders.idempotency(key, route.getBytes(StandardCharsets.UTF_8),
						query.getBytes(StandardCharsets.UTF_8), (body != null) ? body : new byte[0]),
				IfMatch.sequences(ifMatch));
	}

	private static Step step(String name) {
		return Step.of(name)
			.orElseThrow(() -> new ApiException(ErrorCode.INVALID_STEP,
					"There is no such step. The steps are vision, mission, clientele, differentiation and offre."));
	}

	private static String given(@Nullable String sessionId) {
		if (sessionId == null) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, NO_SESSION_ID);
		}
		return sessionId;
	}

	/**
	 * An id of another form than the service's is unknown and never reaches the store.
	 */
	private static String knownForm(String sessionId) {
		if (!SessionIds.areOfForm(sessionId)) {
			throw new ApiException(ErrorCode.SESSION_NOT_FOUND, CoachingSessions.UNKNOWN_SESSION);
		}
		return sessionId;
	}

}
