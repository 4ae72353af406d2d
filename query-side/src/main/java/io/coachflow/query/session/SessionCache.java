package io.coachflow.query.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The views in Redis: a hash per session, with the view as JSON and the sequence it
 * stands at. Redis refuses older views and forgets each one when its session would
 * expire.
 */
@Component
class SessionCache {

	private static final Logger logger = LoggerFactory.getLogger(SessionCache.class);

	private static final String PREFIX = "coachflow:session:";

	/** For how long readers leave Redis alone after it failed them. */
	private static final Duration REST = Duration.ofSeconds(1);

	private static final RedisScript<Long> SAVE_UNLESS_OLDER = RedisScript.of("""
			if redis.call('TYPE', KEYS[1]).ok ~= 'hash' then redis.call('DEL', KEYS[1]) end
			local known = redis.call('HGET', KEYS[1], 'sequence')
			if known and tonumber(known) > tonumber(ARGV[1]) then return 0 end
			redis.call('HSET', KEYS[1], 'sequence', ARGV[1], 'view', ARGV[2])
			redis.call('PEXPIREAT', KEYS[1], ARGV[3])
			return 1""", Long.class);

	/** A key of another kind than ours is as good as none, and makes room. */
	private static final RedisScript<String> VIEW_OR_NOTHING = RedisScript.of("""
			if redis.call('TYPE', KEYS[1]).ok == 'hash' then return redis.call('HGET', KEYS[1], 'view') end
			redis.call('DEL', KEYS[1])
			return nil""", String.class);

	private final StringRedisTemplate redis;

	private final JsonMapper mapper;

	private final Clock clock;

	private volatile Instant restsUntil = Instant.MIN;

	SessionCache(StringRedisTemplate redis, JsonMapper mapper, Clock clock) {
		this.redis = redis;
		this.mapper = mapper;
		this.clock = clock;
	}

	/** The view, if Redis has one and can be reached in time. */
	Optional<SessionView> find(String sessionId) {
		if (this.clock.instant().isBefore(this.restsUntil)) {
			return Optional.empty();
		}
		try {
			return read(sessionId);
		}
		catch (RedisConnectionFailureException | QueryTimeoutException ex) {
			rest(ex);
			return Optional.empty();
		}
		catch (DataAccessException ex) {
			logger.warn("Redis refused to give the view of session {}: {}", sessionId, ex.getMessage());
			return Optional.empty();
		}
	}

	/** Keeps the view if Redis can be reached; a later read does without it. */
	void saveIfReachable(SessionView view) {
		if (this.clock.instant().isBefore(this.restsUntil)) {
			return;
		}
		try {
			save(view);
		}
		catch (RedisConnectionFailureException | QueryTimeoutException ex) {
			rest(ex);
		}
		catch (DataAccessException ex) {
			logger.warn("Redis refused to keep the view of session {}: {}", view.sessionId(), ex.getMessage());
		}
	}

	/**
	 * The view, if Redis has one.
	 * @throws DataAccessException if Redis cannot be reached
	 */
	Optional<SessionView> read(String sessionId) {
		String json = this.redis.execute(VIEW_OR_NOTHING, List.of(PREFIX + sessionId));
		if (json == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.mapper.readValue(json, SessionView.class));
		}
		catch (JacksonException ex) {
			logger.warn("The view of session {} in Redis is unreadable and will be rebuilt: {}", sessionId,
					ex.getOriginalMessage());
			this.redis.delete(PREFIX + sessionId);
			return Optional.empty();
		}
	}

	/**
	 * Keeps the view, unless Redis has a newer one or the session's time is up.
	 * @throws DataAccessException if Redis cannot be reached
	 */
	void save(SessionView view) {
		if (view.expiresAt().isAfter(this.clock.instant())) {
			this.redis.execute(SAVE_UNLESS_OLDER, List.of(PREFIX + view.sessionId()), Long.toString(view.sequence()),
					this.mapper.writeValueAsString(view), Long.toString(view.expiresAt().toEpochMilli()));
		}
	}

	private void rest(DataAccessException ex) {
		this.restsUntil = this.clock.instant().plus(REST);
		logger.warn("Redis does not answer, reads go to the event log: {}", ex.getMessage());
	}

}
