package io.coachflow.command.session;

import java.util.Optional;
import java.util.function.Function;

import io.coachflow.command.idempotency.IdempotencyKeys.Kept;
import io.coachflow.command.idempotency.IdempotencyKeys;
import io.coachflow.command.idempotency.IdempotentReply;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand.ByUser;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Outcome.Refused;
import io.coachflow.contracts.session.Outcome;
import io.coachflow.contracts.session.Requester.Idempotency;
import org.springframework.stereotype.Component;

/**
 * Carries out the commands of users. A command with an idempotency key that was answered
 * before changes nothing and gets the first reply again.
 */
@Component
class IdempotentCommands {

	private final CoachingSessions sessions;

	private final IdempotencyKeys keys;

	private final ReviewBeforeCommand reviews;

	IdempotentCommands(CoachingSessions sessions, IdempotencyKeys keys, ReviewBeforeCommand reviews) {
		this.sessions = sessions;
		this.keys = keys;
		this.reviews = reviews;
	}

	/**
	 * Sends the command, unless its key was answered before.
	 * @param reply makes the reply of an accepted command
	 * @throws ApiException if the session refuses the command, or if the key stands for
	 * another request
	 */
	Kept carryOut(ByUser command, Function<Accepted, IdempotentReply> reply) {
		String user = command.requester().userId();
		Idempotency idempotency = command.requester().idempotency();
		if (idempotency == null) {
			return new Kept(reply.apply(accepted(send(command))), false);
		}
		Optional<IdempotentReply> before = this.keys.claim(user, idempotency);
		if (before.isPresent()) {
			return new Kept(before.get(), true);
		}
		Outcome outcome = send(command);
		// After a conflict the same request may still take effect, on another node
		if (outcome instanceof Refused refused && refused.code() != ErrorCode.CONFLICT) {
			this.keys.release(user, idempotency);
		}
		Accepted accepted = accepted(outcome);
		IdempotentReply told = reply.apply(accepted);
		return accepted.recorded() ? new Kept(told, accepted.replayed()) : this.keys.keep(user, idempotency, told);
	}

	private Outcome send(ByUser command) {
		return this.sessions.send((command instanceof SubmitAnswer answer) ? this.reviews.on(answer) : command);
	}

	/**
	 * What the session accepted.
	 * @throws ApiException if it refused the command
	 */
	static Accepted accepted(Outcome outcome) {
		return switch (outcome) {
			case Accepted accepted -> accepted;
			case Refused(var code, var message) -> throw new ApiException(code, message);
		};
	}

}
