package io.coachflow.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What entrepreneurs answer: two to four sentences of the step, 150 to 500 characters,
 * with figures that differ.
 */
public final class Answers {

	/** Step by step, in their order, the sentences to choose from. */
	private static final List<List<String>> SENTENCES = read();

	private final SplittableRandom random;

	/**
	 * The same seed gives the same answers.
	 */
	public Answers(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/**
	 * An answer.
	 * @param step 0 to 4
	 */
	public String next(int step) {
		List<String> sentences = SENTENCES.get(step);
		StringBuilder answer = new StringBuilder();
		int first = this.random.nextInt(sentences.size());
		int count = 2 + this.random.nextInt(3);
		for (int i = 0; i < count; i++) {
			String sentence = sentences.get((first + i) % sentences.size());
			answer.append((i > 0) ? " " : "").append(sentence.replace("#", Integer.toString(number())));
		}
		return answer.toString();
	}

	private int number() {
		return 2 + this.random.nextInt(998);
	}

	private static List<List<String>> read() {
		try (InputStream file = Answers.class.getResourceAsStream("/answers.json")) {
			return JsonMapper.shared().readValue(Objects.requireNonNull(file), new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
