package io.coachflow.app.fastpath;

import java.util.HashMap;
import java.util.Map;

import io.coachflow.contracts.session.SessionIds;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The calls that are made most: those of a coaching session.
 */
final class FastCalls {

	private static final String SESSION = "/api/v1/coaching/session/";

	private final Map<String, FastCall> posts = new HashMap<>();

	private final FastCall session;

	FastCalls(RequestMappingHandlerMapping mappings, MeterRegistry meters) {
		for (String path : new String[] { "/api/v1/coaching/start", "/api/v1/coaching/step",
				"/api/v1/coaching/complete" }) {
			this.posts.put(path, call(RequestMethod.POST, path, mappings, meters));
		}
		this.session = call(RequestMethod.GET, SESSION + "{session_id}", mappings, meters);
	}

	private static FastCall call(RequestMethod verb, String pattern, RequestMappingHandlerMapping mappings,
			MeterRegistry meters) {
		HandlerMethod method = mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((mapping) -> mapping.getKey().getPatternValues().contains(pattern)
					&& mapping.getKey().getMethodsCondition().getMethods().contains(verb))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No controller answers " + verb + " " + pattern));
		return new FastCall(verb.name(), pattern, method, meters);
	}

	/** The call that a request means, letter by letter. */
	@Nullable FastCall find(String verb, String path) {
		return switch (verb) {
			case "POST" -> this.posts.get(path);
			case "GET" -> (path.startsWith(SESSION) && SessionIds.areOfForm(path.substring(SESSION.length())))
					? this.session : null;
			default -> null;
		};
	}

}
