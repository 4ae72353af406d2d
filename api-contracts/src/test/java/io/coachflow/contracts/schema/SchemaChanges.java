package io.coachflow.contracts.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Finds incompatible changes of a schema: older readers must understand new documents,
 * and newer readers must understand old ones.
 */
final class SchemaChanges {

	/** Keywords that do not affect validity. */
	private static final Set<String> WORDS = Set.of("description", "title", "examples", "$comment");

	/** Keywords that are compared separately. */
	private static final Set<String> STRUCTURE = Set.of("properties", "required", "$defs", "items");

	private final List<String> problems = new ArrayList<>();

	private SchemaChanges() {
	}

	/** The incompatibilities as sentences; empty if the change is compatible. */
	static List<String> problems(JsonNode published, JsonNode changed) {
		SchemaChanges changes = new SchemaChanges();
		changes.compare("", published, changed);
		return changes.problems;
	}

	private void compare(String where, JsonNode before, JsonNode after) {
		if (!before.isObject() || !after.isObject()) {
			expect(before.equals(after), where + " is another schema");
			return;
		}
		Set<String> keywords = new HashSet<>(before.propertyNames());
		keywords.addAll(after.propertyNames());
		keywords.removeAll(WORDS);
		keywords.removeAll(STRUCTURE);
		for (String keyword : keywords) {
			expect(before.path(keyword).equals(after.path(keyword)), where + "/" + keyword + " was "
					+ text(before.path(keyword)) + " and is " + text(after.path(keyword)));
		}
		required(where, names(before.path("required")), names(after.path("required")));
		members(where + "/properties", before.path("properties"), after.path("properties"));
		members(where + "/$defs", before.path("$defs"), after.path("$defs"));
		if (before.has("items") || after.has("items")) {
			compare(where + "/items", before.path("items"), after.path("items"));
		}
	}

	private void members(String where, JsonNode before, JsonNode after) {
		before.forEachEntry((name, schema) -> {
			if (after.has(name)) {
				compare(where + "/" + name, schema, after.get(name));
			}
			else {
				this.problems.add(where + "/" + name + " is gone");
			}
		});
	}

	private void required(String where, Set<String> before, Set<String> after) {
		before.forEach((name) -> expect(after.contains(name), where + "/" + name + " was promised and need not come"));
		after.forEach(
				(name) -> expect(before.contains(name), where + "/" + name + " is demanded and older writers lack it"));
	}

	private void expect(boolean kept, String problem) {
		if (!kept) {
			this.problems.add(problem);
		}
	}

	private static Set<String> names(JsonNode array) {
		Set<String> names = new HashSet<>();
		array.forEach((name) -> names.add(name.asString()));
		return names;
	}

	private static String text(JsonNode node) {
		return node.isMissingNode() ? "absent" : node.toString();
	}

}
