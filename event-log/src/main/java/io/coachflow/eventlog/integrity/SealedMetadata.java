package io.coachflow.eventlog.integrity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.coachflow.contracts.session.EventMetadata;
import org.jspecify.annotations.Nullable;

/**
 * An event's metadata with its hash as the last entry, as readers of the log get it:
 * {@code {"a":"b"}} becomes {@code {"a":"b","hash":"<hex>"}}. The hash covers the bytes
 * without that entry, so removing the entry restores every byte, even of damaged
 * metadata. Bytes that are not a JSON object do not become one.
 *
 * @param metadata the bytes that were hashed, without the entry
 * @param hash 32 bytes, unless somebody has changed it
 */
public record SealedMetadata(byte[] metadata, byte[] hash) {

	private static final String ENTRY = "\"" + EventMetadata.HASH + "\":\"";

	private static final String END = "\"}";

	private static final byte[] EMPTY = { '{', '}' };

	/** Adds the hash as the last entry. */
	public static byte[] seal(byte[] metadata, byte[] hash) {
		String entry = ENTRY + HexFormat.of().formatHex(hash) + END;
		if (Arrays.equals(metadata, EMPTY)) {
			return join(metadata, 1, entry);
		}
		// Bytes that do not end as an object must not look like one: JSON has no
		// semicolon
		return endsAsObject(metadata) ? join(metadata, metadata.length - 1, "," + entry)
				: join(metadata, metadata.length, ";" + entry);
	}

	/**
	 * Removes the hash.
	 * @return empty if {@link #seal} did not write the bytes
	 */
	public static Optional<SealedMetadata> unseal(byte[] sealed) {
		// This charset maps each byte to one character
		String text = new String(sealed, StandardCharsets.ISO_8859_1);
		int entry = text.lastIndexOf(ENTRY);
		if (entry < 1 || !text.endsWith(END)) {
			return Optional.empty();
		}
		int hash = entry + ENTRY.length();
		return bytes(text, hash, text.length() - END.length())
			.flatMap((bytes) -> before(sealed, entry).map((metadata) -> new SealedMetadata(metadata, bytes)));
	}

	/**
	 * The bytes to hash if a log keeps metadata as a map: JSON without white space and
	 * without the hash, its keys sorted.
	 */
	public static byte[] canonical(Map<String, ? extends @Nullable Object> metadata) {
		StringBuilder json = new StringBuilder("{");
		new TreeMap<>(metadata).forEach((key, value) -> {
			if (!key.equals(EventMetadata.HASH)) {
				json.append((json.length() > 1) ? "," : "");
				quote(key, json);
				json.append(':');
				if (value instanceof Number || value instanceof Boolean || value == null) {
					json.append(value);
				}
				else {
					quote(value.toString(), json);
				}
			}
		});
		return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
	}

	private static Optional<byte[]> before(byte[] sealed, int entry) {
		byte[] open = Arrays.copyOf(sealed, entry - 1);
		return switch (sealed[entry - 1]) {
			case '{' -> (entry == 1) ? Optional.of(EMPTY.clone()) : Optional.empty();
			case ',' -> Optional.of(join(open, open.length, "}"));
			case ';' -> Optional.of(open);
			default -> Optional.empty();
		};
	}

	private static Optional<byte[]> bytes(String text, int from, int to) {
		try {
			return (from <= to) ? Optional.of(HexFormat.of().parseHex(text, from, to)) : Optional.empty();
		}
		catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	private static boolean endsAsObject(byte[] metadata) {
		return metadata.length > 0 && metadata[metadata.length - 1] == '}';
	}

	private static byte[] join(byte[] start, int length, String end) {
		byte[] tail = end.getBytes(StandardCharsets.US_ASCII);
		byte[] joined = Arrays.copyOf(start, length + tail.length);
		System.arraycopy(tail, 0, joined, length, tail.length);
		return joined;
	}

	private static void quote(String text, StringBuilder json) {
		json.append('"');
		for (char character : text.toCharArray()) {
			if (character == '"' || character == '\\') {
				json.append('\\').append(character);
			}
			else if (character < ' ') {
				json.append("\\u00").append(HexFormat.of().toHexDigits((byte) character));
			}
			else {
				json.append(character);
			}
		}
		json.append('"');
	}

}
