package io.coachflow.contracts.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaChangesTests {

	private static final String PUBLISHED = """
			{"type": "object", "description": "A thing.", "properties": {"size": {"type": "integer", "minimum": 1},
			 "kind": {"type": "string", "enum": ["a", "b"]}, "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}}},
			 "required": ["size"], "$defs": {"Part": {"type": "object", "properties": {"name": {"type": "string"}}}}}""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					"kind": {"type": "string", "enum": ["a", "b"]}, |                                     | a property is gone
					"type": "integer"                               | "type": "number"                    | a type is wider
					"minimum": 1                                    | "minimum": 2                        | a bound is narrower
					["a", "b"]                                      | ["a", "b", "c"]                     | a value is new
					["a", "b"]                                      | ["a"]                               | a value is gone
					["size"]                                        | []                                  | a promise is broken
					["size"]                                        | ["size", "kind"]                    | more is demanded
					"name": {"type": "string"}                      | "name": {"type": "integer"}         | a part is another
					"#/$defs/Part"                                  | "#/$defs/Other"                     | a reference is another
					"type": "object", "desc                         | "type": "object", "additionalProperties": false, "desc | it is closed
					""")
	void whatOthersCannotTakeIsFound(String from, String to, String what) {
		String changed = PUBLISHED.replace(from, (to != null) ? to : "");
		assertThat(changed).isNotEqualTo(PUBLISHED);

		assertThat(SchemaChanges.problems(json(PUBLISHED), json(changed))).as(what).isNotEmpty();
	}

	@Test
	void whatEverybodyCanTakeIsNot() {
		String changed = PUBLISHED.replace("A thing.", "Another word for it.")
			.replace("\"size\":", "\"colour\": {\"type\": \"string\"}, \"size\":");

		assertThat(SchemaChanges.problems(json(PUBLISHED), json(changed))).isEmpty();
		assertThat(SchemaChanges.problems(json(PUBLISHED), json(PUBLISHED))).isEmpty();
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
