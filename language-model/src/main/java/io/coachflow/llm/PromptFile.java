package io.coachflow.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.text.Sha256;

/**
 * A versioned prompt under {@code prompts/} on the class path: what the model is to do,
 * then a line {@code === user ===}, then the message with the data. The ground rules
 * stand before each. Words of ours go in as <code>{{name}}</code>, words of others as
 * <code>{{data}}</code> alone, fenced and escaped. Immutable.
 */
public final class PromptFile {

	private static final String GROUND_RULES = "ground-rules.v1";

	private static final String DIVIDER = "\n=== user ===\n";

	private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");

	private final String version;

	private final String system;

	private final String user;

	private PromptFile(String version, String system, String user) {
		this.version = version;
		this.system = system;
		this.user = user;
	}

	/**
	 * Reads a prompt.
	 * @param name of the file without its ending, with its version, such as
	 * {@code agent/research.v1}
	 * @throws IllegalStateException if the file is missing or has no divider
	 */
	public static PromptFile load(String name) {
		String rules = read(GROUND_RULES);
		String text = read(name);
		int divider = text.indexOf(DIVIDER);
		if (divider < 0) {
			throw new IllegalStateException("The prompt " + name + " needs a line === user ===");
		}
		String hash = Sha256.of(rules, text).substring(0, 8);
		return new PromptFile(name.substring(name.lastIndexOf('/') + 1) + "-" + hash,
				rules + "\n" + text.substring(0, divider).strip(), text.substring(divider + DIVIDER.length()).strip());
	}

	/**
	 * Fills the prompt.
	 * @param words what our own code says, by the names of the places
	 * @param data what others said; goes in where the file says <code>{{data}}</code>
	 * @throws IllegalArgumentException if a place has no word
	 */
	public Prompt with(Map<String, String> words, Map<String, ?> data) {
		return new Prompt(this.version, fill(this.system, words, ""), fill(this.user, words, Fence.around(data)));
	}

	// In one pass: what goes in is not looked at again
	private String fill(String text, Map<String, String> words, String data) {
		return PLACE.matcher(text).replaceAll((place) -> {
			String name = place.group(1);
			String word = name.equals("data") ? data : words.get(name);
			if (word == null || word.isEmpty()) {
				throw new IllegalArgumentException("The prompt " + this.version + " has no word for " + name);
			}
			return Matcher.quoteReplacement(word);
		});
	}

	private static String read(String name) {
		String path = "/prompts/" + name + ".md";
		try (InputStream in = PromptFile.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new IllegalStateException("The prompt " + path + " is missing");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the prompt " + path, ex);
		}
	}

}
