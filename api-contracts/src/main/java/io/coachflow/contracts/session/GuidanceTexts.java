package io.coachflow.contracts.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The texts of a {@link Guidance}, without what they belong to.
 *
 * @param message what to answer next, or the question that asks for more
 * @param examples answers that others might give
 * @param questions questions that help to answer
 */
public record GuidanceTexts(String message, List<String> examples, List<String> questions) {

	public GuidanceTexts {
		examples = List.copyOf(examples);
		questions = List.copyOf(questions);
	}

	public static GuidanceTexts of(Guidance guidance) {
		return new GuidanceTexts(guidance.message(), guidance.examples(), guidance.questions());
	}

	/**
	 * SHA-256 over the message, the examples and the questions: each list is preceded by
	 * the number of its texts and each text by its length in bytes of UTF-8, both as
	 * big-endian 32-bit integers.
	 * @return 64 hexadecimal digits in lower case
	 */
	public String digest() {
		MessageDigest sha256 = sha256();
		text(sha256, this.message);
		texts(sha256, this.examples);
		texts(sha256, this.questions);
		return HexFormat.of().formatHex(sha256.digest());
	}

	private static void texts(MessageDigest digest, List<String> texts) {
		number(digest, texts.size());
		texts.forEach((text) -> text(digest, text));
	}

	private static void text(MessageDigest digest, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		number(digest, bytes.length);
		digest.update(bytes);
	}

	private static void number(MessageDigest digest, int number) {
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
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
