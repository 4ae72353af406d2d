package io.coachflow.app.openapi;

import java.util.Arrays;
import java.util.List;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.AgentTransition;
import io.coachflow.contracts.rest.ErrorResponse;
import io.coachflow.contracts.rest.ProblemDetails;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Adds the schemas that no method of the API returns: errors, and events of streams.
 */
@Component
@Order(0)
class ExtraSchemas implements OpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		List<String> names = Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName).distinct().toList();
		for (Class<?> type : List.of(ErrorResponse.class, ProblemDetails.class)) {
			ModelConverters.getInstance(true).read(type).forEach((name, schema) -> {
				schema.addProperty("error", new StringSchema()._enum(names));
				document.getComponents().addSchemas(name, schema);
			});
		}
		ModelConverters.getInstance(true)
			.read(AgentTransition.class)
			.forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
	}

}
