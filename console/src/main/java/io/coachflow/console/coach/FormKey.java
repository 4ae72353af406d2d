package io.coachflow.console.coach;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The idempotency key of a form: new with each rendering, and the same for each time that
 * this rendering is sent.
 */
final class FormKey {

	private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private FormKey() {
	}

	static String next() {
		return UUID.randomUUID().toString();
	}

	/** The key that came with a form; a new one if it is none of ours. */
	static String of(@Nullable String sent) {
		return (sent != null && FORM.matcher(sent).matches()) ? sent : next();
	}

}
