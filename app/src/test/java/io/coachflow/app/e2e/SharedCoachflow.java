package io.coachflow.app.e2e;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one application that the whole run shares, with the default settings
 * but for an origin whose pages may call and a coach who asks nothing back. They must
 * leave it as able as they found it.
 */
class SharedCoachflow implements ParameterResolver, AfterTestExecutionCallback, AfterAllCallback {

	/** Whose pages may call. */
	static final String ORIGIN = "https://app.example";

	private static final int LAST_LINES = 200;

	/** Behind the events that were held against their schemas. */
	private static final String CHECKED = "checked";

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

	/** What the application printed last, beside the failure that it may explain. */
	@Override
	public void afterTestExecution(ExtensionContext context) throws IOException {
		RunningCoachflow coachflow = context.getRoot()
			.getStore(Namespace.create(SharedCoachflow.class))
			.get(RunningCoachflow.class, RunningCoachflow.class);
		if (context.getExecutionException().isPresent() && coachflow != null) {
			List<String> lines = coachflow.output().lines().toList();
			System.err.println("The application printed last:");
			lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).forEach(System.err::println);
		}
	}

	/** Whatever the class's tests did, the events that it led to are as published. */
	@Override
	public void afterAll(ExtensionContext context) {
		ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(SharedCoachflow.class));
		RunningCoachflow coachflow = store.get(RunningCoachflow.class, RunningCoachflow.class);
		if (coachflow != null) {
			String checked = store.getOrDefault(CHECKED, String.class, "");
			store.put(CHECKED, PublishedSchemas.assertKeptBy(coachflow, checked));
		}
	}

	private static RunningCoachflow start() {
		try {
			return RunningCoachflow.start(Map.of("coachflow.cors.allowed-origins", ORIGIN));
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
