package io.coachflow.query.view;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Writes views to Redis, unless it has newer ones: many in one call, because a call costs
 * more than what it does.
 */
final class ViewWriter {

	/** So many views, or so many bytes, are few enough for Redis to answer in time. */
	private static final int VIEWS = 100;

	private static final int BYTES = 512 * 1024;

	/** For each key three arguments: sequence, view, and when to forget it. */
	private static final byte[] SAVE_UNLESS_OLDER = utf8("""
			for i, key in ipairs(KEYS) do
				local sequence = ARGV[3 * i - 2]
				if redis.call('TYPE', key).ok ~= 'hash' then redis.call('DEL', key) end
				local known = redis.call('HGET', key, 'sequence')
				if not known or tonumber(known) <= tonumber(sequence) then
					redis.call('HSET', key, 'sequence', sequence, 'view', ARGV[3 * i - 1])
					redis.call('PEXPIREAT', key, ARGV[3 * i])
				end
			end
			return #KEYS""");

	private final StringRedisTemplate redis;

	private final List<byte[]> keys = new ArrayList<>();

	private final List<byte[]> arguments = new ArrayList<>();

	private int bytes;

	ViewWriter(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** Writes the view, now or with later ones. */
	void write(String key, long sequence, byte[] view, Instant expiry) {
		this.keys.add(utf8(key));
		this.arguments.addAll(List.of(utf8(Long.toString(sequence)), view, utf8(Long.toString(expiry.toEpochMilli()))));
		this.bytes += view.length;
		if (this.keys.size() == VIEWS || this.bytes >= BYTES) {
			flush();
		}
	}

	/** Writes those that are not written yet. */
	void flush() {
		if (this.keys.isEmpty()) {
			return;
		}
		byte[][] all = Stream.concat(this.keys.stream(), this.arguments.stream()).toArray(byte[][]::new);
		this.redis.execute((RedisCallback<@Nullable Object>) (connection) -> connection.scriptingCommands()
			.eval(SAVE_UNLESS_OLDER, ReturnType.INTEGER, this.keys.size(), all));
		this.keys.clear();
		this.arguments.clear();
		this.bytes = 0;
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
