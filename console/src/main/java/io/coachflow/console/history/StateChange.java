package io.coachflow.console.history;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.coachflow.contracts.rest.HistoryDiff;
import org.jspecify.annotations.Nullable;

/**
 * A field of a session's state that an event changed.
 *
 * @param field what it is, such as a step's answer
 * @param before null if there was nothing
 * @param after null if there is nothing any more
 */
record StateChange(Fact field, @Nullable Value before, @Nullable Value after) {

	/** Fields that every event changes, or that repeat another. */
	private static final Set<String> OMITTED = Set.of("sequence", "updated_at", "progress");

	/** The fields with words of their own, in the order in which they are shown. */
	private static final List<String> KNOWN = List.of("status", "current_step", "answers", "confidence_scores",
			"business_name", "sector", "city", "country", "coach_message", "next_questions", "examples", "expires_at",
			"completed_at", "started_at", "session_id");

	/**
	 * A value before or after.
	 *
	 * @param key the key of words for it; null if its text is shown
	 */
	record Value(@Nullable String key, Passage words) {
	}

	/** The changes between two states that matter to a reader, the weightiest first. */
	static List<StateChange> of(HistoryDiff diff) {
		return diff.changes()
			.stream()
			.filter((change) -> !OMITTED.contains(root(change.field())))
			.sorted(Comparator.comparing((change) -> order(change.field())))
			.map(StateChange::of)
			.toList();
	}

	private static StateChange of(HistoryDiff.Change change) {
		String root = root(change.field());
		String rest = change.field().substring(Math.min(root.length() + 1, change.field().length()));
		String step = Terms.STEP.key(rest);
		Fact field = KNOWN.contains(root) && (rest.isEmpty() || step != null)
				? new Fact("history.field." + root, step, rest) : new Fact("history.field", null, change.field());
		return new StateChange(field, value(root, change.from()), value(root, change.to()));
	}

	private static @Nullable Value value(String field, @Nullable Object value) {
		if (value == null) {
			return null;
		}
		String text = (value instanceof List<?> list)
				? list.stream().map(String::valueOf).collect(Collectors.joining("\n")) : value.toString();
		return new Value(Terms.keyOfValue(field, text), Passage.of("history.field", text).shortened());
	}

	private static String root(String field) {
		int dot = field.indexOf('.');
		return (dot < 0) ? field : field.substring(0, dot);
	}

	private static int order(String field) {
		int known = KNOWN.indexOf(root(field));
		return (known < 0) ? KNOWN.size() : known;
	}

}
