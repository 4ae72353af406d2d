package io.coachflow.command.session;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.coachflow.command.idempotency.IdempotencyKeys.StoredReply;
import io.coachflow.command.idempotency.IdempotencyKeys;
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
import io.coachflow.contracts.session.CoachingSessionCommand.ByUser;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Outcome.Refused;
import io.coachflow.contracts.session.Outcome;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.SessionIds;
import io.coachflow.contracts.session.Step;
import io.coachflow.llm.ModelCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/**
 * Turns requests into commands, and outcomes into responses.
 */
@RestController
class CoachingController implements CoachingApi {

	private final CoachingSessions sessions;

	private final SessionIdGenerator ids;

	private final IdempotencyKeys keys;

	private final JsonRequests requests;

	private final FollowUps followUps;

	private final ReviewBeforeCommand review;

	private final ModelCalls calls;

	CoachingController(CoachingSessions sessions, SessionIdGenerator ids, IdempotencyKeys keys, JsonRequests requests,
			FollowUps followUps, ReviewBeforeCommand review, ModelCalls calls) {
		this.sessions = sessions;
		this.ids = ids;
		this.keys = keys;
		this.followUps = followUps;
		this.review = review;
		this.calls = calls;
		this.requests = requests;
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
			return carryOut(new ResumeSession(knownForm(request.sessionId()), requester), CoachingController::reply,
					CoachingController::coaching);
		}
		Business business = new Business(RequestTexts.fact("business_name", request.businessName()),
				RequestTexts.fact("sector", request.sector()), RequestTexts.fact("city", request.city()),
				RequestTexts.fact("country", request.country()));
		return carryOutClaimed(new StartSession(newSessionId(requester), requester, business), CoachingController::reply,
				CoachingController::coaching);
	}

	@Override
	public ResponseEntity<?> step(byte @Nullable [] body, @Nullable String idempotencyKey, @Nullable String ifMatch,
			Principal caller, Locale locale) {
		StepRequest request = this.requests.read(body, StepRequest.class);
		String sessionId = given(request.sessionId());
		String answer = RequestTexts.answer(request.userResponse());
		Step step = (request.step() != null) ? step(request.step()) : null;
		return carryOut(
				new SubmitAnswer(knownForm(sessionId),
						requester(caller, locale, idempotencyKey, ifMatch, "step", "", body), answer, step),
				CoachingController::reply, CoachingController::coaching);
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
		return carryOut(
				new CompleteSession(knownForm(id),
						requester(caller, locale, idempotencyKey, ifMatch, "complete",
								Objects.requireNonNullElse(sessionId, ""), body)),
				this::replyWithFollowUp, (reply) -> CompletionResponse.of(reply.reply(), reply.followUp()));
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
		accepted(outcome);
		return ResponseEntity.noContent().build();
	}

	private ResponseEntity<?> carryOut(ByUser command, Function<Accepted, IdempotentReply> toReply,
			Function<IdempotentReply, ?> view) {
		Requester requester = command.requester();
		Idempotency idempotency = requester.idempotency();
		if (idempotency != null) {
			Optional<IdempotentReply> before = this.keys.claim(requester.userId(), idempotency);
			if (before.isPresent()) {
				return response(before.get(), view, true);
			}
		}
		return carryOutClaimed(command, toReply, view);
	}

	private ResponseEntity<?> carryOutClaimed(ByUser command, Function<Accepted, IdempotentReply> toReply,
			Function<IdempotentReply, ?> view) {
		Requester requester = command.requester();
		Idempotency idempotency = requester.idempotency();
		if (idempotency == null) {
			Accepted accepted = accepted(send(command));
			return response(toReply.apply(accepted), view, false);
		}
		Outcome outcome = send(command);
		// After a conflict the same request may still take effect, on another node
		if (outcome instanceof Refused refused && refused.code() != ErrorCode.CONFLICT) {
			this.keys.release(requester.userId(), idempotency);
		}
		Accepted accepted = accepted(outcome);
		IdempotentReply reply = toReply.apply(accepted);
		if (accepted.recorded()) {
			return response(reply, view, accepted.replayed());
		}
		StoredReply stored = this.keys.keep(requester.userId(), idempotency, reply);
		return response(stored.reply(), view, stored.replayed());
	}

	private Outcome send(ByUser command) {
		return this.sessions.send((command instanceof SubmitAnswer answer) ? this.review.on(answer) : command);
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

	private static Accepted accepted(Outcome outcome) {
		return switch (outcome) {
			case Accepted accepted -> accepted;
			case Refused(var code, var message) -> throw new ApiException(code, message);
		};
	}

	private static ResponseEntity<?> response(IdempotentReply idempotent, Function<IdempotentReply, ?> view,
			boolean replayed) {
		Reply reply = idempotent.reply();
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.eTag("\"" + reply.sequence() + "\"")
			.header(HttpHeaders.CONTENT_LANGUAGE, reply.guidance().language());
		if (replayed) {
			response.header("Idempotency-Replayed", "true");
		}
		return response.body(view.apply(idempotent));
	}

	private static Requester requester(Principal caller, Locale locale, @Nullable String key, @Nullable String ifMatch,
			String route, String query, byte @Nullable [] body) {
		return new Requester(caller.getName(), locale.getLanguage(),
				RequestHeaders.idempotency(key, route.getBytes(StandardCharsets.UTF_8),
						query.getBytes(StandardCharsets.UTF_8), (body != null) ? body : new byte[0]),
				IfMatch.sequences(ifMatch));
	}

	/** With a key, the same id each time, on every node and after a crash. */
	private String newSessionId(Requester requester) {
		Idempotency idempotency = requester.idempotency();
		String newId = this.ids.next();
		return (idempotency != null) ? this.keys.claimStart(requester.userId(), idempotency, newId) : newId;
	}

	private static Step step(String name) {
		return Step.of(name)
			.orElseThrow(() -> new ApiException(ErrorCode.INVALID_STEP,
					"There is no such step. The steps are vision, mission, clientele, differentiation and offre."));
	}

	private static String given(@Nullable String sessionId) {
		if (sessionId == null) {
			throw new ApiException(ErrorCode.INVALID_REQUEST,
					"session_id is missing: send the id that POST /api/v1/coaching/start gave.");
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
