package io.coachflow.command.idempotency;

import java.util.Optional;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Reply;
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
	 * What is known of a key.
	 *
	 * @param isNew whether nobody had claimed the key
	 * @param reply what an earlier request without events was told; absent otherwise
	 */
	public record Claim(boolean isNew, @Nullable Reply reply) {
	}

	/**
	 * Binds the key to the request, or finds it bound.
	 * @throws ApiException with {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} where the key
	 * stands for another request
	 */
	public Claim claim(String userId, Idempotency idempotency) {
		boolean isNew = this.jdbc.sql("""
				INSERT INTO idempotency_key (user_id, idempotency_key, request_hash) VALUES (?, ?, ?)
				ON CONFLICT DO NOTHING""").params(userId, idempotency.key(), idempotency.requestHash()).update() == 1;
		return isNew ? new Claim(true, null) : find(userId, idempotency).orElseGet(() -> new Claim(false, null));
	}

	/**
	 * Keeps what a request without events was told. The first to keep it wins.
	 * @return what the key's request was told
	 */
	public Reply keep(String userId, Idempotency idempotency, Reply reply) {
		this.jdbc
			.sql("""
					INSERT INTO idempotency_key AS known (user_id, idempotency_key, request_hash, reply) VALUES (?, ?, ?, ?)
					ON CONFLICT (user_id, idempotency_key) DO UPDATE SET reply = EXCLUDED.reply WHERE known.reply IS NULL""")
			.params(userId, idempotency.key(), idempotency.requestHash(), this.mapper.writeValueAsBytes(reply))
			.update();
		Claim kept = find(userId, idempotency).orElseThrow();
		return (kept.reply() != null) ? kept.reply() : reply;
	}

	/** Frees the key of a request that was refused, so that a mended one may use it. */
	public void release(String userId, Idempotency idempotency) {
		this.jdbc.sql(
				"DELETE FROM idempotency_key WHERE user_id = ? AND idempotency_key = ? AND request_hash = ? AND reply IS NULL")
			.params(userId, idempotency.key(), idempotency.requestHash())
			.update();
	}

	private Optional<Claim> find(String userId, Idempotency idempotency) {
		return this.jdbc
			.sql("SELECT request_hash, reply FROM idempotency_key WHERE user_id = ? AND idempotency_key = ?")
			.params(userId, idempotency.key())
			.query((row, _) -> {
				if (!row.getString("request_hash").equals(idempotency.requestHash())) {
					throw new ApiException(ErrorCode.IDEMPOTENCY_KEY_REUSED,
							"This Idempotency-Key came before with another body. Use a new key for a new request.");
				}
				byte[] reply = row.getBytes("reply");
				return new Claim(false, (reply != null) ? this.mapper.readValue(reply, Reply.class) : null);
			})
			.optional();
	}

}
