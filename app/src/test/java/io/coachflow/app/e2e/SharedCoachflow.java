package io.coachflow.app.e2e;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one application that the whole run shares, with the default settings.
 * They must leave it as able as they found it.
 */
class SharedCoachflow implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == RunningCoachflow.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(Namespace.create(SharedCoachflow.class))
			.computeIfAbsent(RunningCoachflow.class, (_) -> start(), RunningCoachflow.class);
	}

	private static RunningCoachflow start() {
		try {
			return RunningCoachflow.start(Map.of());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
