package io.coachflow.command.idempotency;

import java.util.Optional;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Requester.Idempotency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Binds each idempotency key of a user to one request, across sessions and routes. The
 * reply to a request with events can be rebuilt from them; the reply to a request without
 * events is stored here.
 */
@Component
public class IdempotencyKeys {

	private final JdbcClient jdbc;

	private final JsonMapper mapper;

	IdempotencyKeys(JdbcClient jdbc, JsonMapper mapper) {
		this.jdbc = jdbc;
		this.mapper = mapper;
	}

	/**
	 * The reply to a key's request.
	 *
	 * @param replayed whether another request with the key got it first
	 */
	public record StoredReply(IdempotentReply reply, boolean replayed) {
	}

	/**
	 * Binds the key to the request, unless it is bound already.
	 * @return the reply to an earlier request without events, if there was one
	 * @throws ApiException with {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} if the key is
	 * bound to another request
	 */
	public Optional<IdempotentReply> claim(String userId, Idempotency idempotency) {
		boolean isNew = this.jdbc.sql("""
				INSERT INTO idempotency_key (user_id, idempotency_key, request_hash) VALUES (?, ?, ?)
				ON CONFLICT DO NOTHING""").params(userId, idempotency.key(), idempotency.requestHash()).update() == 1;
		return isNew ? Optional.empty() : find(userId, idempotency);
	}

	/**
	 * Stores the reply to a request without events. The first reply stored wins.
	 */
	public StoredReply keep(String userId, Idempotency idempotency, IdempotentReply reply) {
		boolean first = this.jdbc.sql("""
				INSERT INTO idempotency_key AS known (user_id, idempotency_key, request_hash, reply) VALUES (?, ?, ?, ?)
				ON CONFLICT (user_id, idempotency_key) DO UPDATE SET reply = EXCLUDED.reply
				WHERE known.reply IS NULL AND known.request_hash = EXCLUDED.request_hash""")
			.params(userId, idempotency.key(), idempotency.requestHash(), reply.write(this.mapper))
			.update() == 1;
		return first ? new StoredReply(reply, false) : new StoredReply(find(userId, idempotency).orElse(reply), true);
	}

	/** Frees the key of a refused request, so that a corrected one may use it. */
	public void release(String userId, Idempotency idempotency) {
		this.jdbc.sql(
				"DELETE FROM idempotency_key WHERE user_id = ? AND idempotency_key = ? AND request_hash = ? AND reply IS NULL")
			.params(userId, idempotency.key(), idempotency.requestHash())
			.update();
	}

	private Optional<IdempotentReply> find(String userId, Idempotency idempotency) {
		return this.jdbc
			.sql("SELECT request_hash, reply FROM idempotency_key WHERE user_id = ? AND idempotency_key = ?")
			.params(userId, idempotency.key())
			.query((row, _) -> new Bound(row.getString("request_hash"), row.getBytes("reply")))
			.optional()
			.map((bound) -> bound.replyTo(idempotency, this.mapper));
	}

	private record Bound(String requestHash, byte @Nullable [] reply) {

		@Nullable IdempotentReply replyTo(Idempotency idempotency, JsonMapper mapper) {
			if (!this.requestHash.equals(idempotency.requestHash())) {
				throw new ApiException(ErrorCode.IDEMPOTENCY_KEY_REUSED, Idempotency.REUSED);
			}
			return (this.reply != null) ? IdempotentReply.read(this.reply, mapper) : null;
		}

	}

}
