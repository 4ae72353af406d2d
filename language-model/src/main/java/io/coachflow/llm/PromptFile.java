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
 * A versioned prompt under {@code prompts/} on the class path: the instructions, then a
 * line {@code === user ===}, then the message with the data. The ground rules precede the
 * instructions of every prompt. Trusted values replace <code>{{name}}</code>; untrusted
 * data replaces <code>{{data}}</code> only, fenced and escaped. Immutable.
 */
public final class PromptFile {

	private static final String GROUND_RULES = "ground-rules.v1";

	private static final String DIVIDER = "\n=== user ===\n";

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]+)}}");

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
	 * @param name the file's name without its extension, with its version, such as
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
	 * @param words trusted values by placeholder
	 * @param data untrusted values for <code>{{data}}</code>
	 * @throws IllegalArgumentException if a placeholder has no value
	 */
	public Prompt with(Map<String, String> words, Map<String, ?> data) {
		return new Prompt(this.version, fill(this.system, words, ""), fill(this.user, words, Fence.around(data)));
	}

	// In one pass: placeholders in the inserted text are not replaced
	private String fill(String text, Map<String, String> words, String data) {
		return PLACEHOLDER.matcher(text).replaceAll((place) -> {
			String name = place.group(1);
			String word = name.equals("data") ? data : words.get(name);
			if (word == null || word.isEmpty()) {
				throw new IllegalArgumentException("The prompt " + this.version + " has no value for {{" + name + "}}");
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
