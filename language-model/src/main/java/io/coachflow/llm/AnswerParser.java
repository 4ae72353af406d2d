package io.coachflow.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses a model's answer into a record. Violations are written for the model, so that it
 * can correct the answer; they quote nothing that it wrote.
 */
final class AnswerParser {

	private static final int MAX_VIOLATIONS = 20;

	private static final int MAX_VIOLATION = 300;

	private final JsonMapper mapper = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
			.build())
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
				DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
				DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.changeDefaultNullHandling((nulls) -> nulls.withValueNulls(Nulls.FAIL).withContentNulls(Nulls.FAIL))
		.build();

	/**
	 * The result of parsing.
	 *
	 * @param value null if the text is not such a record
	 * @param violations what is wrong, at most 20 sentences of at most 300 characters;
	 * empty if the answer is valid
	 */
	record Reading<T>(@Nullable T value, List<String> violations) {

		static <T> Reading<T> failed(String violation) {
			return new Reading<>(null, List.of(violation));
		}

	}

	<T> Reading<T> read(String text, Class<T> type, Function<T, List<String>> check) {
		JsonNode tree;
		try {
			tree = this.mapper.readTree(text);
		}
		catch (JacksonException _) {
			tree = this.mapper.missingNode();
		}
		if (!tree.isObject()) {
			return Reading.failed("The answer is not one JSON object and nothing else.");
		}
		List<String> hidden = new ArrayList<>();
		findHidden(tree, "", hidden);
		if (!hidden.isEmpty()) {
			return new Reading<>(null, bounded(hidden));
		}
		T value;
		try {
			value = this.mapper.treeToValue(tree, type);
		}
		catch (DatabindException ex) {
			return Reading.failed("The answer does not follow the schema at " + path(ex)
					+ ": a required value is missing, null or of another type.");
		}
		return new Reading<>(value, bounded(check.apply(value)));
	}

	/**
	 * Finds control characters and unpaired surrogates, which not every store accepts.
	 */
	private static void findHidden(JsonNode node, String path, List<String> found) {
		if (node.isString()) {
			if (node.stringValue().codePoints().anyMatch(AnswerParser::isForbidden)) {
				found.add("The text at " + path + " holds control characters.");
			}
		}
		node.properties().forEach((property) -> findHidden(property.getValue(), path + "/" + property.getKey(), found));
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			findHidden(node.get(i), path + "/" + i, found);
		}
	}

	private static boolean isForbidden(int codePoint) {
		return (Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t' && codePoint != '\r')
				|| Character.getType(codePoint) == Character.SURROGATE;
	}

	private static String path(DatabindException ex) {
		String path = ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName()
					: Integer.toString(step.getIndex()))
			.collect(Collectors.joining("/"));
		return path.isEmpty() ? "its top" : path;
	}

	private static List<String> bounded(List<String> violations) {
		return violations.stream()
			.limit(MAX_VIOLATIONS)
			.map((violation) -> (violation.length() > MAX_VIOLATION) ? violation.substring(0, MAX_VIOLATION)
					: violation)
			.toList();
	}

}
