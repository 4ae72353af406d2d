package io.coachflow.benchmarks.upgrade;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * How one document differs from a newer one. A field that the older one lacks is no
 * difference: clients ignore what they do not know.
 *
 * @param different paths whose values differ, or are gone
 * @param added paths that only the newer one has
 */
record JsonChange(Set<String> different, Set<String> added) {

	void compare(String path, JsonNode older, JsonNode newer) {
		if (older.isObject() && newer.isObject()) {
			for (Map.Entry<String, JsonNode> field : older.properties()) {
				JsonNode other = newer.get(field.getKey());
				if (other == null) {
					this.different.add(path + "/" + field.getKey());
				}
				else {
					compare(path + "/" + field.getKey(), field.getValue(), other);
				}
			}
			newer.propertyNames()
				.stream()
				.filter((name) -> !older.has(name))
				.forEach((name) -> this.added.add(path + "/" + name));
		}
		else if (older.isArray() && newer.isArray() && older.size() == newer.size()) {
			for (int i = 0; i < older.size(); i++) {
				compare(path + "[]", older.get(i), newer.get(i));
			}
		}
		else if (!older.equals(newer)) {
			this.different.add(path);
		}
	}

}
