package io.coachflow.app.openapi;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;

/**
 * What a request of an operation contains.
 */
record Parameters(Operation operation) {

	boolean has(String name) {
		return any((it) -> name.equals(it.getName()));
	}

	boolean hasInPath(String name) {
		return any((it) -> name.equals(it.getName()) && "path".equals(it.getIn()));
	}

	boolean anyIn(String place) {
		return any((it) -> place.equals(it.getIn()));
	}

	boolean hasBody() {
		return this.operation.getRequestBody() != null;
	}

	boolean needToken() {
		return this.operation.getSecurity() == null || !this.operation.getSecurity().isEmpty();
	}

	private boolean any(Predicate<Parameter> condition) {
		return Stream.ofNullable(this.operation.getParameters()).flatMap(List::stream).anyMatch(condition);
	}

}
