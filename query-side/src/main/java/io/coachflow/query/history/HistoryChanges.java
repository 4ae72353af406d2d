package io.coachflow.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.coachflow.contracts.rest.HistoryDiff.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares two states field by field.
 */
final class HistoryChanges {

	private HistoryChanges() {
	}

	/**
	 * The fields that differ, by their paths.
	 * @param from absent before the first event
	 */
	static List<Change> between(@Nullable JsonNode from, @Nullable JsonNode to) {
		Map<String, JsonNode> before = fields(from);
		Map<String, JsonNode> after = fields(to);
		Set<String> names = new TreeSet<>(before.keySet());
		names.addAll(after.keySet());
		List<Change> changes = new ArrayList<>();
		for (String name : names) {
			if (!Objects.equals(before.get(name), after.get(name))) {
				changes.add(new Change(name, before.get(name), after.get(name)));
			}
		}
		return changes;
	}

	private static Map<String, JsonNode> fields(@Nullable JsonNode state) {
		Map<String, JsonNode> fields = new TreeMap<>();
		if (state != null) {
			collect("", state, fields);
		}
		return fields;
	}

	private static void collect(String path, JsonNode node, Map<String, JsonNode> fields) {
		if (node.isObject()) {
			node.forEachEntry((name, value) -> collect(path.isEmpty() ? name : path + "." + name, value, fields));
		}
		else if (!node.isNull()) {
			fields.put(path, node);
		}
	}

}
