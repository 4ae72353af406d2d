package io.coachflow.command.session;

import java.security.Principal;
import java.util.Locale;
import java.util.function.Function;

import io.coachflow.command.idempotency.IdempotencyKeys.StoredReply;
import io.coachflow.command.idempotency.IdempotentReply;
import io.coachflow.contracts.rest.HelpRequest;
import io.coachflow.contracts.rest.HelpResponse;
import io.coachflow.contracts.rest.ProposalsRequest;
import io.coachflow.contracts.rest.ProposalsResponse;
import io.coachflow.contracts.rest.ReformulationRequest;
import io.coachflow.contracts.rest.ReformulationResponse;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/**
 * Turns requests for help into commands.
 */
@RestController
class PartnerController implements PartnerApi {

	private final IdempotentCommands commands;

	private final JsonRequests requests;

	PartnerController(IdempotentCommands commands, JsonRequests requests) {
		this.commands = commands;
		this.requests = requests;
	}

	@Override
	public ResponseEntity<?> help(byte @Nullable [] body, @Nullable String idempotencyKey, @Nullable String ifMatch,
			Principal caller, Locale locale) {
		HelpRequest request = this.requests.read(body, HelpRequest.class);
		return answered(
				new AskForHelp(HelpTexts.sessionId(request.sessionId()),
						RequestHeaders.requester(caller, locale, idempotencyKey, ifMatch, "help", "", body),
						HelpKind.QUESTIONS, step(request.step()), HelpTexts.question(request.question())),
				HelpResponse::of);
	}

	@Override
	public ResponseEntity<?> proposals(byte @Nullable [] body, @Nullable String idempotencyKey,
			@Nullable String ifMatch, Principal caller, Locale locale) {
		ProposalsRequest request = this.requests.read(body, ProposalsRequest.class);
		return answered(
				new AskForHelp(HelpTexts.sessionId(request.sessionId()),
						RequestHeaders.requester(caller, locale, idempotencyKey, ifMatch, "proposals", "", body),
						HelpKind.PROPOSALS, step(request.step()), HelpTexts.hint(request.hint())),
				ProposalsResponse::of);
	}

	@Override
	public ResponseEntity<?> reformulate(byte @Nullable [] body, @Nullable String idempotencyKey,
			@Nullable String ifMatch, Principal caller, Locale locale) {
		ReformulationRequest request = this.requests.read(body, ReformulationRequest.class);
		Requester requester = RequestHeaders.requester(caller, locale, idempotencyKey, ifMatch, "reformulate", "",
				body);
		return answered(new AskForHelp(HelpTexts.sessionId(request.sessionId()), requester, HelpKind.REFORMULATION,
				step(request.step()), HelpTexts.text(request.text())), ReformulationResponse::of);
	}

	private ResponseEntity<?> answered(AskForHelp command, Function<Reply, ?> body) {
		StoredReply told = this.commands.carryOut(command, (accepted) -> new IdempotentReply(accepted.reply(), null));
		return IdempotentResponse.of(told, (reply) -> body.apply(reply.reply()));
	}

	private static @Nullable Step step(@Nullable String named) {
		return (named != null) ? RequestTexts.step(named) : null;
	}

}
