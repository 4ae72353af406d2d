package io.coachflow.command.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Requester.Idempotency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Binds each idempotency key of a user to one request, across sessions and routes, and
 * the key of a start to the session that it starts. The reply to a request with events
 * can be rebuilt from them; the reply to a request without events is stored here.
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
		return isNew ? Optional.empty() : find(userId, idempotency).map((bound) -> bound.reply(this.mapper));
	}

	/**
	 * Binds the key to the start of a new session, or finds it bound to it. Done before
	 * the session is started, so that a repetition starts no second one: on another node,
	 * at the same moment, or after a crash in between.
	 * @param newId an id that no session has
	 * @return the id of the session that the key stands for; the new one where the key is
	 * new
	 * @throws ApiException with {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} where the key
	 * stands for another request
	 */
	public String claimStart(String userId, Idempotency idempotency, String newId) {
		boolean isNew = this.jdbc.sql("""
				INSERT INTO idempotency_key (user_id, idempotency_key, request_hash, session_id) VALUES (?, ?, ?, ?)
				ON CONFLICT DO NOTHING""")
			.params(userId, idempotency.key(), idempotency.requestHash(), newId)
			.update() == 1;
		return isNew ? newId : find(userId, idempotency).map((bound) -> bound.session(userId, idempotency.key()))
			// Released in between
			.orElseGet(() -> claimStart(userId, idempotency, newId));
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
		return first ? new StoredReply(reply, false) : new StoredReply(
				find(userId, idempotency).map((bound) -> bound.reply(this.mapper)).orElse(reply), true);
	}

	/** Frees the key of a refused request, so that a corrected one may use it. */
	public void release(String userId, Idempotency idempotency) {
		this.jdbc.sql(
				"DELETE FROM idempotency_key WHERE user_id = ? AND idempotency_key = ? AND request_hash = ? AND reply IS NULL")
			.params(userId, idempotency.key(), idempotency.requestHash())
			.update();
	}

	private Optional<Bound> find(String userId, Idempotency idempotency) {
		Optional<Bound> bound = this.jdbc.sql(
				"SELECT request_hash, reply, session_id FROM idempotency_key WHERE user_id = ? AND idempotency_key = ?")
			.params(userId, idempotency.key())
			.query((row, _) -> new Bound(row.getString("request_hash"), row.getBytes("reply"),
					row.getString("session_id")))
			.optional();
		if (bound.isPresent() && !bound.get().requestHash().equals(idempotency.requestHash())) {
			throw new ApiException(ErrorCode.IDEMPOTENCY_KEY_REUSED, Idempotency.REUSED);
		}
		return bound;
	}

	private record Bound(String requestHash, byte @Nullable [] bytes, @Nullable String sessionId) {

		@Nullable IdempotentReply reply(JsonMapper mapper) {
			return (this.bytes != null) ? IdempotentReply.read(this.bytes, mapper) : null;
		}

		String session(String userId, String key) {
			return (this.sessionId != null) ? this.sessionId : derivedId(userId, key);
		}

		/** Versions before did not keep the id, because it followed from user and key. */
		private static String derivedId(String userId, String key) {
			String name = userId.length() + ":" + userId + key;
			return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
		}

	}

}
