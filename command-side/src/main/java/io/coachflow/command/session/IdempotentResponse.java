package io.coachflow.command.session;

import java.util.function.Function;

import io.coachflow.command.idempotency.IdempotencyKeys.StoredReply;
import io.coachflow.command.idempotency.IdempotentReply;
import io.coachflow.contracts.session.Reply;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * The response to a command: the same bytes each time that its key comes again.
 */
final class IdempotentResponse {

	private IdempotentResponse() {
	}

	/**
	 * The response.
	 * @param body makes the body of the reply
	 */
	static ResponseEntity<?> of(StoredReply stored, Function<IdempotentReply, ?> body) {
		Reply reply = stored.reply().reply();
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.eTag("\"" + reply.sequence() + "\"")
			.header(HttpHeaders.CONTENT_LANGUAGE, reply.shownIn());
		if (stored.replayed()) {
			response.header("Idempotency-Replayed", "true");
		}
		return response.body(body.apply(stored.reply()));
	}

}
