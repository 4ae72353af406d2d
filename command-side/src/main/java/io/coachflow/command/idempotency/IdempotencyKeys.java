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
 * Binds each idempotency key of a user to one request, whichever session and route it was
 * for. What a recorded request was told is in the session's events; what a request
 * without events was told is kept here.
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
	 * What a key's request was told.
	 *
	 * @param replayed whether another request with the key was told it first
	 */
	public record Kept(IdempotentReply told, boolean replayed) {
	}

	/**
	 * Binds the key to the request, or finds it bound to it.
	 * @return what an earlier request without events was told under the key, if any
	 * @throws ApiException with {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} where the key
	 * stands for another request
	 */
	public Optional<IdempotentReply> claim(String userId, Idempotency idempotency) {
		boolean isNew = this.jdbc.sql("""
				INSERT INTO idempotency_key (user_id, idempotency_key, request_hash) VALUES (?, ?, ?)
				ON CONFLICT DO NOTHING""").params(userId, idempotency.key(), idempotency.requestHash()).update() == 1;
		return isNew ? Optional.empty() : find(userId, idempotency);
	}

	/**
	 * Keeps what a request without events was told. The first to keep it wins.
	 */
	public Kept keep(String userId, Idempotency idempotency, IdempotentReply told) {
		boolean first = this.jdbc.sql("""
				INSERT INTO idempotency_key AS known (user_id, idempotency_key, request_hash, reply) VALUES (?, ?, ?, ?)
				ON CONFLICT (user_id, idempotency_key) DO UPDATE SET reply = EXCLUDED.reply
				WHERE known.reply IS NULL AND known.request_hash = EXCLUDED.request_hash""")
			.params(userId, idempotency.key(), idempotency.requestHash(), told.write(this.mapper))
			.update() == 1;
		return first ? new Kept(told, false) : new Kept(find(userId, idempotency).orElse(told), true);
	}

	/** Frees the key of a request that was refused, so that a mended one may use it. */
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
			.map((bound) -> bound.toldTo(idempotency, this.mapper));
	}

	private record Bound(String requestHash, byte @Nullable [] reply) {

		@Nullable IdempotentReply toldTo(Idempotency idempotency, JsonMapper mapper) {
			if (!this.requestHash.equals(idempotency.requestHash())) {
				throw new ApiException(ErrorCode.IDEMPOTENCY_KEY_REUSED, Idempotency.REUSED);
			}
			return (this.reply != null) ? IdempotentReply.read(this.reply, mapper) : null;
		}

	}

}
