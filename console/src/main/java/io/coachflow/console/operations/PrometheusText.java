package io.coachflow.console.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the text format of Prometheus. It skips comments, and lines that it does not
 * understand.
 */
final class PrometheusText {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*+");

	private static final Pattern LABEL = Pattern
		.compile("\\s*+([a-zA-Z_][a-zA-Z0-9_]*+)\\s*+=\\s*+\"((?:[^\"\\\\]++|\\\\.)*+)\"\\s*+,?");

	private static final Pattern VALUE = Pattern.compile("\\s*+(\\S++)");

	private PrometheusText() {
	}

	/**
	 * The meters of the wanted names, in the order of the text.
	 */
	static List<Meter> parse(String text, Predicate<String> wanted) {
		return text.lines().map((line) -> meter(line, wanted)).filter(Objects::nonNull).toList();
	}

	private static @Nullable Meter meter(String line, Predicate<String> wanted) {
		Matcher name = NAME.matcher(line);
		if (!name.lookingAt() || !wanted.test(name.group())) {
			return null;
		}
		Map<String, String> labels = new LinkedHashMap<>();
		int at = name.end();
		if (line.startsWith("{", at)) {
			at = readLabels(line, at + 1, labels);
			if (!line.startsWith("}", at)) {
				return null;
			}
			at++;
		}
		Matcher value = VALUE.matcher(line).region(at, line.length());
		Double number = value.lookingAt() ? number(value.group(1)) : null;
		return (number != null) ? new Meter(name.group(), labels, number) : null;
	}

	/**
	 * Reads labels.
	 * @return the index behind the last one
	 */
	private static int readLabels(String line, int from, Map<String, String> labels) {
		Matcher label = LABEL.matcher(line);
		int at = from;
		while (label.region(at, line.length()).lookingAt()) {
			labels.put(label.group(1), unescape(label.group(2)));
			at = label.end();
		}
		while (line.startsWith(" ", at)) {
			at++;
		}
		return at;
	}

	private static String unescape(String escaped) {
		if (escaped.indexOf('\\') < 0) {
			return escaped;
		}
		StringBuilder text = new StringBuilder(escaped.length());
		for (int i = 0; i < escaped.length(); i++) {
			char letter = escaped.charAt(i);
			if (letter == '\\') {
				i++;
				letter = (escaped.charAt(i) == 'n') ? '\n' : escaped.charAt(i);
			}
			text.append(letter);
		}
		return text.toString();
	}

	private static @Nullable Double number(String text) {
		return switch (text) {
			case "+Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			default -> {
				try {
					yield Double.valueOf(text);
				}
				catch (NumberFormatException _) {
					yield null;
				}
			}
		};
	}

}
