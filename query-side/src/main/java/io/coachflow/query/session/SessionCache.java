package io.coachflow.query.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisScriptingCommands;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
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

	/** Views written in one go: few enough for the time that Redis is given to answer. */
	private static final int PIPELINE = 100;

	private static final String SAVE_UNLESS_OLDER = """
			if redis.call('TYPE', KEYS[1]).ok ~= 'hash' then redis.call('DEL', KEYS[1]) end
			local known = redis.call('HGET', KEYS[1], 'sequence')
			if known and tonumber(known) > tonumber(ARGV[1]) then return 0 end
			redis.call('HSET', KEYS[1], 'sequence', ARGV[1], 'view', ARGV[2])
			redis.call('PEXPIREAT', KEYS[1], ARGV[3])
			return 1""";

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
			saveAll(List.of(view));
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
	 * Keeps the views, unless Redis has newer ones or a session's time is up.
	 * @throws DataAccessException if Redis cannot be reached
	 */
	void saveAll(Collection<SessionView> views) {
		Instant now = this.clock.instant();
		List<SessionView> live = views.stream().filter((view) -> view.expiresAt().isAfter(now)).toList();
		if (live.size() == 1) {
			this.redis.execute((RedisCallback<Object>) (connection) -> save(live, connection));
		}
		for (int from = 0; live.size() > 1 && from < live.size(); from += PIPELINE) {
			List<SessionView> part = live.subList(from, Math.min(from + PIPELINE, live.size()));
			this.redis.executePipelined((RedisCallback<Object>) (connection) -> save(part, connection));
		}
	}

	private @Nullable Object save(List<SessionView> views, RedisConnection connection) {
		views.forEach((view) -> save(view, connection.scriptingCommands()));
		return null;
	}

	private void save(SessionView view, RedisScriptingCommands scripts) {
		scripts.eval(utf8(SAVE_UNLESS_OLDER), ReturnType.INTEGER, 1, utf8(PREFIX + view.sessionId()),
				utf8(Long.toString(view.sequence())), this.mapper.writeValueAsBytes(view),
				utf8(Long.toString(view.expiresAt().toEpochMilli())));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private void rest(DataAccessException ex) {
		this.restsUntil = this.clock.instant().plus(REST);
		logger.warn("Redis does not answer, reads go to the event log: {}", ex.getMessage());
	}

}
