package io.coachflow.command.session;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.coachflow.command.idempotency.IdempotencyKeys.StoredReply;
import io.coachflow.command.idempotency.IdempotencyKeys;
import io.coachflow.command.idempotency.IdempotentReply;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.CoachingSessionCommand.Beginning;
import io.coachflow.contracts.session.CoachingSessionCommand.ByUser;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Outcome.Refused;
import io.coachflow.contracts.session.Outcome;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.Requester;
import org.springframework.stereotype.Component;

/**
 * Carries out the commands of users. A command with an idempotency key that was answered
 * before changes nothing and gets the first reply again.
 */
@Component
class IdempotentCommands {

	private final CoachingSessions sessions;

	private final SessionIdGenerator ids;

	private final IdempotencyKeys keys;

	private final ReviewBeforeCommand reviews;

	private final HelpBeforeCommand drafts;

	IdempotentCommands(CoachingSessions sessions, SessionIdGenerator ids, IdempotencyKeys keys,
			ReviewBeforeCommand reviews, HelpBeforeCommand drafts) {
		this.sessions = sessions;
		this.ids = ids;
		this.keys = keys;
		this.reviews = reviews;
		this.drafts = drafts;
	}

	/**
	 * Starts a new session, or finds the one that the key has started.
	 * @param start makes the command for the session's id
	 * @param reply makes the reply of the accepted command
	 * @throws ApiException if the key stands for another request
	 */
	StoredReply start(Requester requester, BiFunction<String, Requester, Beginning> start,
			Function<Accepted, IdempotentReply> reply) {
		String newId = this.ids.next();
		Beginning command = start.apply(claimed(requester, newId), requester);
		return told(command, command.sessionId().equals(newId) ? this.sessions.start(command) : send(command), reply);
	}

	/** With a key, the same id each time, on every node and after a crash. */
	private String claimed(Requester requester, String newId) {
		Idempotency idempotency = requester.idempotency();
		return (idempotency != null) ? this.keys.claimStart(requester.userId(), idempotency, newId) : newId;
	}

	/**
	 * Sends the command, unless its key was answered before.
	 * @param reply makes the reply of an accepted command
	 * @throws ApiException if the session refuses the command, or if the key stands for
	 * another request
	 */
	StoredReply carryOut(ByUser command, Function<Accepted, IdempotentReply> reply) {
		Idempotency idempotency = command.requester().idempotency();
		if (idempotency != null) {
			Optional<IdempotentReply> before = this.keys.claim(command.requester().userId(), idempotency);
			if (before.isPresent()) {
				return new StoredReply(before.get(), true);
			}
		}
		return told(command, send(command), reply);
	}

	private StoredReply told(ByUser command, Outcome outcome, Function<Accepted, IdempotentReply> toReply) {
		String user = command.requester().userId();
		Idempotency idempotency = command.requester().idempotency();
		if (idempotency == null) {
			return new StoredReply(toReply.apply(accepted(outcome)), false);
		}
		// After a conflict the same request may still take effect, on another node
		if (outcome instanceof Refused refused && refused.code() != ErrorCode.CONFLICT) {
			this.keys.release(user, idempotency);
		}
		Accepted accepted = accepted(outcome);
		IdempotentReply reply = toReply.apply(accepted);
		return accepted.recorded() ? new StoredReply(reply, accepted.replayed())
				: this.keys.keep(user, idempotency, reply);
	}

	private Outcome send(ByUser command) {
		return this.sessions.send(switch (command) {
			case SubmitAnswer answer -> this.reviews.on(answer);
			case AskForHelp help -> this.drafts.on(help);
			default -> command;
		});
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
