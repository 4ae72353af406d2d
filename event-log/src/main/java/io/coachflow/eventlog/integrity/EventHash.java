package io.coachflow.eventlog.integrity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * The hash that chains an event to the one before it in its session: SHA-256 over eight
 * parts, each preceded by its length in bytes as a big-endian 32-bit integer.
 * <ol>
 * <li>the hash of the event before, 32 bytes; none for the first</li>
 * <li>the session's id in UTF-8</li>
 * <li>the sequence, a big-endian 64-bit integer</li>
 * <li>the event's name in UTF-8</li>
 * <li>its revision in UTF-8; nothing where it has none</li>
 * <li>the time in microseconds since 1970, a big-endian 64-bit integer</li>
 * <li>the payload, byte for byte</li>
 * <li>the metadata, byte for byte, without the hash</li>
 * </ol>
 */
public final class EventHash {

	/** The previous hash of the first event of a session. */
	public static final byte[] NONE = {};

	private EventHash() {
	}

	/**
	 * Computes the hash of an event.
	 * @param previous the hash of the event before, {@link #NONE} for the first
	 * @return 32 bytes
	 */
	public static byte[] of(byte[] previous, String sessionId, long sequence, String name, @Nullable String revision,
			Instant time, byte[] payload, byte[] metadata) {
		MessageDigest sha256 = sha256();
		part(sha256, previous);
		part(sha256, utf8(sessionId));
		part(sha256, number(sequence));
		part(sha256, utf8(name));
		part(sha256, (revision != null) ? utf8(revision) : new byte[0]);
		part(sha256, number(ChronoUnit.MICROS.between(Instant.EPOCH, time)));
		part(sha256, payload);
		part(sha256, metadata);
		return sha256.digest();
	}

	private static void part(MessageDigest digest, byte[] bytes) {
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
		digest.update(bytes);
	}

	private static byte[] number(long number) {
		return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
