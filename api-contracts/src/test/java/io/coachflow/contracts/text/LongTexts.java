package io.coachflow.contracts.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks that processing long texts of many scripts takes linear time. Measures the
 * thread's CPU time, so that other load on the machine does not count.
 */
public final class LongTexts {

	private static final int SHORT = 2_500;

	private static final int LONG = 10_000;

	/** The text is four times as long, so linear time is a factor of four. */
	private static final int MOST_GROWTH = 8;

	private static final int MOST_BESIDE_WORDS = 2;

	/** Times up to this are fast enough. */
	private static final long UNNOTICED_NANOS = 2_000_000;

	private static final int FEWEST_ROUNDS = 2;

	/** The shortest time of all rounds counts. */
	private static final int MOST_ROUNDS = 40;

	private static final long PATIENCE_NANOS = 3_000_000_000L;

	/** If the short text takes this long, the long one is not measured. */
	private static final long HOPELESS_NANOS = 1_000_000_000L;

	private static final int LETTERS_IN_A_WORD = 6;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/** Letters that are written without spaces. */
	private static final Map<String, String> SCRIPTS = scripts();

	/** Other characters that a user may repeat. */
	private static final List<String> HABITS = List.of("<", "<!--", "<script>", "<script ", "&", "\n", "\n ", "* ", "*",
			"#", "# ", "!", "!a", ".", "«", "\"", "[", "](", "`", "_", "Called ", "Our Shop Called ", "5 € ", "5 kg ",
			"and the ", "www.", "://", "@a", "- ", "\u0301\u0323", "e\u0301\u0323\u0301", "İ", "'", "’s", "ΑΣ ", "-");

	private LongTexts() {
	}

	private static Map<String, String> scripts() {
		Map<String, String> scripts = new LinkedHashMap<>();
		scripts.put("Latin", "webakebreadandmillourflour");
		scripts.put("Latin with accents", "créonslàdèsaoûtàîlesœuvréesé");
		scripts.put("Greek in capitals", "ΨΗΝΟΥΜΕΨΩΜΙΚΑΘΕΜΕΡΑΣΟΛΟΙΜΑΣ");
		scripts.put("Cyrillic", "мыпечёмхлебимелеммуку");
		scripts.put("Hebrew", "אנחנואופיםלחםוטוחניםקמח");
		scripts.put("Arabic", "نخبزالخبزونطحنالدقيق");
		scripts.put("Devanagari", "हमरोटीसेंकतेहैंऔरआटापीसतेहैं");
		scripts.put("Thai", "เราอบขนมปังและโม่แป้ง");
		scripts.put("Lao", "ພວກເຮົາອົບເຂົ້າຈີ່");
		scripts.put("Khmer", "យើងដុតនំប៉័ងនិងកិនម្សៅ");
		scripts.put("Chinese", "我们烤面包并磨面粉");
		scripts.put("Japanese", "私たちはパンを焼き小麦粉を挽きます");
		scripts.put("Korean", "우리는빵을굽고밀가루를빻습니다");
		scripts.put("Emoji", "🍞🥐👩‍🍳🥖🌾");
		return scripts;
	}

	/**
	 * Fails if a text of 10,000 characters takes more than eight times as long as one of
	 * 2,500, or much longer without spaces than with them.
	 */
	public static void assertTakeTheirTime(Consumer<String> reader) {
		SCRIPTS.values().forEach((letters) -> reader.accept(repeated(words(letters), SHORT)));
		SCRIPTS.forEach((script, letters) -> assertFair(script, new Times(reader, letters, words(letters))));
		HABITS.forEach((habit) -> assertFair(habit + " again and again", new Times(reader, habit, null)));
	}

	// All at once: code that is slow for one script is slow for many
	private static void assertFair(String what, Times times) {
		assertThat(times.areFair()).as("%s: %s", what, times).isTrue();
	}

	private static String words(String letters) {
		int[] characters = letters.codePoints().toArray();
		StringBuilder words = new StringBuilder();
		for (int i = 0; i < characters.length; i += LETTERS_IN_A_WORD) {
			words.append(new String(characters, i, Math.min(LETTERS_IN_A_WORD, characters.length - i))).append(' ');
		}
		return words.toString();
	}

	private static String repeated(String part, int characters) {
		String text = part.repeat(characters / part.codePointCount(0, part.length()) + 1);
		return text.substring(0, text.offsetByCodePoints(0, characters));
	}

	/** The shortest times that were measured. */
	private static final class Times {

		private long shorter = Long.MAX_VALUE;

		private long longer = Long.MAX_VALUE;

		private long words = Long.MAX_VALUE;

		Times(Consumer<String> reader, String part, String inWords) {
			String shortText = repeated(part, SHORT);
			String longText = repeated(part, LONG);
			String wordsText = (inWords != null) ? repeated(inWords, LONG) : null;
			long begun = THREADS.getCurrentThreadCpuTime();
			for (int round = 1; round <= MOST_ROUNDS; round++) {
				this.shorter = Math.min(this.shorter, nanos(reader, shortText));
				if (this.shorter > HOPELESS_NANOS) {
					break;
				}
				this.longer = Math.min(this.longer, nanos(reader, longText));
				if (wordsText != null) {
					this.words = Math.min(this.words, nanos(reader, wordsText));
				}
				if ((round >= FEWEST_ROUNDS && areFair())
						|| THREADS.getCurrentThreadCpuTime() - begun > PATIENCE_NANOS) {
					break;
				}
			}
		}

		private static long nanos(Consumer<String> reader, String text) {
			long begun = THREADS.getCurrentThreadCpuTime();
			reader.accept(text);
			return THREADS.getCurrentThreadCpuTime() - begun;
		}

		boolean areFair() {
			return this.longer <= UNNOTICED_NANOS || (this.longer / MOST_GROWTH <= this.shorter
					&& (this.longer - UNNOTICED_NANOS) / MOST_BESIDE_WORDS <= this.words);
		}

		@Override
		public String toString() {
			return micros(this.shorter) + " for " + SHORT + " characters, " + micros(this.longer) + " for " + LONG
					+ ", " + micros(this.words) + " in words";
		}

		private static String micros(long nanos) {
			return (nanos != Long.MAX_VALUE) ? nanos / 1000 + " µs" : "not measured";
		}

	}

}
