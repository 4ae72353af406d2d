package io.coachflow.query.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Views in Redis: a hash for each, with the view as JSON and its sequence. A script
 * refuses older views, and each view expires.
 *
 * @param <V> the view
 */
public final class ViewCache<V extends View> {

	private static final Logger logger = LoggerFactory.getLogger(ViewCache.class);

	/** For how long readers skip Redis after it did not answer. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final int SCANNED = 1_000;

	/** A key of another type counts as missing, and is deleted. */
	private static final RedisScript<String> VIEW_OR_NOTHING = RedisScript.of("""
			if redis.call('TYPE', KEYS[1]).ok == 'hash' then return redis.call('HGET', KEYS[1], 'view') end
			redis.call('DEL', KEYS[1])
			return nil""", String.class);

	private final String prefix;

	private final Class<V> type;

	private final Function<V, Instant> expiresAt;

	private final StringRedisTemplate redis;

	private final JsonMapper mapper;

	private final Clock clock;

	private volatile Instant skippedUntil = Instant.MIN;

	/**
	 * Creates a cache of views of a type.
	 * @param prefix of the keys; the session's id follows
	 * @param expiresAt until when a view may be kept
	 */
	public ViewCache(String prefix, Class<V> type, Function<V, Instant> expiresAt, StringRedisTemplate redis,
			JsonMapper mapper, Clock clock) {
		this.prefix = prefix;
		this.type = type;
		this.expiresAt = expiresAt;
		this.redis = redis;
		this.mapper = mapper;
		this.clock = clock;
	}

	/**
	 * Deletes every view.
	 * @throws DataAccessException if Redis cannot be reached
	 */
	public void clear() {
		ScanOptions all = ScanOptions.scanOptions().match(this.prefix + "*").count(SCANNED).build();
		try (Cursor<String> keys = this.redis.scan(all)) {
			List<String> some = new ArrayList<>();
			while (keys.hasNext()) {
				some.add(keys.next());
				if (some.size() == SCANNED || !keys.hasNext()) {
					this.redis.unlink(some);
					some.clear();
				}
			}
		}
	}

	/** The view, if Redis has one and can be reached in time. */
	public Optional<V> find(String sessionId) {
		if (this.clock.instant().isBefore(this.skippedUntil)) {
			return Optional.empty();
		}
		try {
			return read(sessionId);
		}
		catch (RedisConnectionFailureException | QueryTimeoutException ex) {
			skip(ex);
			return Optional.empty();
		}
		catch (DataAccessException ex) {
			logger.warn("{}{} cannot be read from Redis: {}", this.prefix, sessionId, ex.getMessage());
			return Optional.empty();
		}
	}

	/** Writes the views if Redis can be reached; otherwise reads do without. */
	public void saveIfReachable(Collection<V> views) {
		if (this.clock.instant().isBefore(this.skippedUntil)) {
			return;
		}
		try {
			saveAll(views);
		}
		catch (RedisConnectionFailureException | QueryTimeoutException ex) {
			skip(ex);
		}
		catch (DataAccessException | JacksonException ex) {
			logger.warn("A {} cannot be written to Redis: {}", this.type.getSimpleName(), ex.getMessage());
		}
	}

	/**
	 * The view, if Redis has one.
	 * @throws DataAccessException if Redis cannot be reached
	 */
	public Optional<V> read(String sessionId) {
		String json = this.redis.execute(VIEW_OR_NOTHING, List.of(this.prefix + sessionId));
		if (json == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.mapper.readValue(json, this.type));
		}
		catch (JacksonException ex) {
			logger.warn("{}{} in Redis is unreadable and will be rebuilt: {}", this.prefix, sessionId,
					ex.getOriginalMessage());
			this.redis.delete(this.prefix + sessionId);
			return Optional.empty();
		}
	}

	/**
	 * Writes the views, unless Redis has newer ones or they have expired.
	 * @throws DataAccessException if Redis cannot be reached
	 */
	public void saveAll(Collection<V> views) {
		Instant now = this.clock.instant();
		ViewWriter writer = new ViewWriter(this.redis);
		for (V view : views) {
			Instant expiry = this.expiresAt.apply(view);
			if (expiry.isAfter(now)) {
				writer.write(this.prefix + view.sessionId(), view.sequence(), this.mapper.writeValueAsBytes(view),
						expiry);
			}
		}
		writer.flush();
	}

	private void skip(DataAccessException ex) {
		this.skippedUntil = this.clock.instant().plus(PAUSE);
		logger.warn("Redis does not answer; reads skip it for a second and use the log: {}", ex.getMessage());
	}

}
