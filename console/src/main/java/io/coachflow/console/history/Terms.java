package io.coachflow.console.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The names that the log uses and the pages have words for. Any other name is shown as it
 * is: a log may have events that this version does not know.
 */
enum Terms {

	/** Events, by their names without the prefix that all of them have. */
	EVENT("session.started", "session.step-answered", "session.clarification-requested", "session.answer-revised",
			"session.business-described", "session.help-given", "session.completed", "session.expired",
			"session.resumed", "session.deleted", "package.requested", "package.brief-revised",
			"package.agent-requested", "package.agent-started", "package.agent-delayed", "package.agent-succeeded",
			"package.agent-failed", "package.result-ignored", "package.completed"),

	STATUS("initialized", "in_progress", "completed", "expired", "deleted"),

	STEP("vision", "mission", "clientele", "differentiation", "offre", "completed"),

	LANGUAGE("en", "fr"),

	ORIGIN("own", "choice", "proposal", "reformulation"),

	HELP("questions", "proposals", "reformulation"),

	SOURCE("scripted", "model", "offline"),

	AGENT("research", "content", "logo", "seo", "template"),

	RESULT("running", "complete", "partial", "failed"),

	FAULT("rate_limited", "timeout", "unavailable", "rejected", "invalid_output", "budget_exhausted", "internal"),

	REASON("double", "late"),

	ANSWER("true", "false"),

	READ("history", "diff", "export", "verify", "find", "events", "follow");

	/** What every event's name begins with. */
	private static final String PREFIX = "io.coachflow.";

	/** The fields of a state that hold such a name. */
	private static final Map<String, Terms> OF_FIELD = Map.of("status", STATUS, "current_step", STEP);

	private final Set<String> names;

	Terms(String... names) {
		this.names = Set.of(names);
	}

	/** The steps in the order in which they are answered. */
	static List<String> steps() {
		return List.of("vision", "mission", "clientele", "differentiation", "offre");
	}

	/** The statuses that a session can be found by. */
	static List<String> statuses() {
		return List.of("initialized", "in_progress", "completed", "expired", "deleted");
	}

	/** The key of the words for a name; null if there are none. */
	@Nullable String key(String name) {
		String known = (this == EVENT && name.startsWith(PREFIX)) ? name.substring(PREFIX.length()) : name;
		return this.names.contains(known) ? prefix() + known : null;
	}

	/** The key of the words for a field's value; null if it is text. */
	static @Nullable String keyOfValue(String field, String value) {
		Terms terms = OF_FIELD.get(field);
		return (terms != null) ? terms.key(value) : null;
	}

	/** All keys, which the messages have to have. */
	List<String> keys() {
		return this.names.stream().map((name) -> prefix() + name).toList();
	}

	private String prefix() {
		return "history." + name().toLowerCase(Locale.ROOT) + ".";
	}

}
