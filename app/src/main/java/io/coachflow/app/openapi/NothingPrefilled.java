package io.coachflow.app.openapi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Moves default and example of an optional parameter into its description: Swagger UI
 * fills in each of them, and so sends values that the user did not choose.
 */
@Component
@Order(3)
class NothingPrefilled implements OpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		document.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.flatMap((operation) -> Stream.ofNullable(operation.getParameters()).flatMap(List::stream))
			.filter((parameter) -> !Boolean.TRUE.equals(parameter.getRequired()))
			.forEach(NothingPrefilled::tell);
	}

	private static void tell(Parameter parameter) {
		Schema<?> schema = parameter.getSchema();
		StringBuilder text = new StringBuilder(Objects.requireNonNullElse(parameter.getDescription(), ""));
		Optional.ofNullable(schema.getDefault()).ifPresent((it) -> text.append(" By default ").append(it).append('.'));
		Stream.of(parameter.getExample(), schema.getExample())
			.filter(Objects::nonNull)
			.findFirst()
			.ifPresent((it) -> text.append(" Such as: ").append(it));
		parameter.description(text.toString().strip()).example(null).examples(null);
		schema.setDefault(null);
		schema.setDefaultSetFlag(false);
		schema.setExample(null);
		schema.setExampleSetFlag(false);
	}

}
