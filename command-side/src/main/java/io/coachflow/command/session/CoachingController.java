package io.coachflow.command.session;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.coachflow.command.idempotency.IdempotencyKeys.StoredReply;
import io.coachflow.command.idempotency.IdempotentReply;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.CompleteRequest;
import io.coachflow.contracts.rest.CompletionResponse;
import io.coachflow.contracts.rest.FromBriefRequest;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.StartRequest;
import io.coachflow.contracts.rest.StepRequest;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartFromBrief;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionCommand.Told;
import io.coachflow.contracts.session.Fact;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Outcome.Refused;
import io.coachflow.contracts.session.Outcome;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Step;
import io.coachflow.llm.ModelCalls;
import org.jspecify.annotations.Nullable;
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

	private final SessionDecider decider;

	CoachingController(IdempotentCommands commands, CoachingSessions sessions, JsonRequests requests,
			FollowUps followUps, ModelCalls calls, SessionDecider decider) {
		this.commands = commands;
		this.sessions = sessions;
		this.requests = requests;
		this.followUps = followUps;
		this.calls = calls;
		this.decider = decider;
	}

	@Override
	public ResponseEntity<?> start(byte @Nullable [] body, @Nullable String idempotencyKey, @Nullable String ifMatch,
			Principal caller, Locale locale) {
		StartRequest request = this.requests.read(body, StartRequest.class);
		if (request.sessionId() == null && ifMatch != null) {
			throw new ApiException(ErrorCode.PRECONDITION_FAILED,
					"A new session has no state that If-Match could name: leave the header out, or send session_id.");
		}
		Requester requester = RequestHeaders.requester(caller, locale, idempotencyKey, ifMatch, "start", "", body);
		Business business = RequestTexts.business(request.businessName(), request.sector(), request.city(),
				request.country());
		if (request.sessionId() != null) {
			ResumeSession command = new ResumeSession(RequestTexts.sessionId(request.sessionId()), requester,
					told(business));
			StoredReply resumed = this.commands.carryOut(command, CoachingController::reply);
			if (!command.told().isEmpty() && resumed.reply().reply().completedAt() != null) {
				this.followUps.corrected(command.sessionId());
			}
			return IdempotentResponse.of(resumed, this::coaching);
		}
		return IdempotentResponse.of(this.commands.start(requester,
				(id, owner) -> new StartSession(id, owner, business), CoachingController::reply), this::coaching);
	}

	@Override
	public ResponseEntity<?> step(byte @Nullable [] body, @Nullable String idempotencyKey, @Nullable String ifMatch,
			Principal caller, Locale locale) {
		StepRequest request = this.requests.read(body, StepRequest.class);
		String sessionId = given(request.sessionId());
		String answer = RequestTexts.answer(request.userResponse());
		Step step = (request.step() != null) ? RequestTexts.step(request.step()) : null;
		SubmitAnswer command = new SubmitAnswer(RequestTexts.sessionId(sessionId),
				RequestHeaders.requester(caller, locale, idempotencyKey, ifMatch, "step", "", body), answer, step, null,
				request.offeredId());
		return IdempotentResponse.of(this.commands.carryOut(command, CoachingController::reply), this::coaching);
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
		CompleteSession command = new CompleteSession(RequestTexts.sessionId(id), RequestHeaders.requester(caller,
				locale, idempotencyKey, ifMatch, "complete", Objects.requireNonNullElse(sessionId, ""), body));
		return IdempotentResponse.of(this.commands.carryOut(command, this::replyWithFollowUp),
				(reply) -> CompletionResponse.of(reply.reply(), reply.followUp(), null));
	}

	@Override
	public ResponseEntity<?> fromBrief(byte @Nullable [] body, @Nullable String idempotencyKey,
			@Nullable String ifMatch, Principal caller, Locale locale) {
		FromBriefRequest request = this.requests.read(body, FromBriefRequest.class);
		if (ifMatch != null) {
			throw new ApiException(ErrorCode.PRECONDITION_FAILED,
					"A new session has no state that If-Match could name: leave the header out.");
		}
		Map<Step, String> answers = RequestTexts.answers(request.answers());
		Business business = RequestTexts.business(request.businessName(), request.sector(), request.city(),
				request.country());
		StoredReply made = this.commands.start(
				RequestHeaders.requester(caller, locale, idempotencyKey, null, "from-brief", "", body),
				(id, requester) -> new StartFromBrief(id, requester, business, answers), this::replyWithFollowUp);
		return IdempotentResponse.of(made,
				(reply) -> CompletionResponse.of(reply.reply(), reply.followUp(), this.decider.weak(reply.reply())));
	}

	@Override
	public ResponseEntity<Void> delete(String sessionId, @Nullable String ifMatch, Principal caller, Locale locale) {
		Outcome outcome = this.sessions.send(new DeleteSession(RequestTexts.sessionId(sessionId),
				new Requester(caller.getName(), locale.getLanguage(), null, IfMatch.sequences(ifMatch))));
		// Also if it was deleted before: a client that got no response repeats the
		// request
		if (!(outcome instanceof Refused refused) || refused.code() == ErrorCode.SESSION_NOT_FOUND) {
			this.calls.end(sessionId);
		}
		IdempotentCommands.accepted(outcome);
		return ResponseEntity.noContent().build();
	}

	/** What the client tells of the business; a fact that it does not name stays. */
	private static List<Told> told(Business business) {
		return Arrays.stream(Fact.values())
			.filter((fact) -> fact.in(business) != null)
			.map((fact) -> new Told(fact, fact.in(business)))
			.toList();
	}

	private static IdempotentReply reply(Accepted accepted) {
		return new IdempotentReply(accepted.reply(), null);
	}

	private IdempotentReply replyWithFollowUp(Accepted accepted) {
		return new IdempotentReply(accepted.reply(),
				(accepted.completed() != null) ? this.followUps.of(accepted.completed()) : null);
	}

	private CoachingResponse coaching(IdempotentReply reply) {
		return CoachingResponse.of(reply.reply(), this.decider.choices(reply.reply()));
	}

	private static String given(@Nullable String sessionId) {
		if (sessionId == null) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, NO_SESSION_ID);
		}
		return sessionId;
	}

}
