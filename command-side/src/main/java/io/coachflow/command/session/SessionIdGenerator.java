package io.coachflow.command.session;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes the ids of new sessions: UUIDs of version 7 (RFC 9562). They begin with the
 * millisecond in which they were made, so that an index takes new sessions at its end,
 * and go on with 74 random bits, so that nobody guesses them.
 */
@Component
class SessionIdGenerator {

	private static final long VERSION_7 = 0x7000;

	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private final Clock clock;

	private final RandomGenerator random;

	@Autowired
	SessionIdGenerator(Clock clock) {
		this(clock, new SecureRandom());
	}

	SessionIdGenerator(Clock clock, RandomGenerator random) {
		this.clock = clock;
		this.random = random;
	}

	String next() {
		byte[] bytes = new byte[Short.BYTES + Long.BYTES];
		this.random.nextBytes(bytes);
		ByteBuffer bits = ByteBuffer.wrap(bytes);
		long high = (this.clock.millis() << Short.SIZE) | VERSION_7 | (bits.getShort() & 0x0fff);
		long low = VARIANT | (bits.getLong() & 0x3fff_ffff_ffff_ffffL);
		return new UUID(high, low).toString();
	}

}
