package io.coachflow.app.fastpath;

import java.lang.reflect.InvocationTargetException;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * A controller's method, called without Spring MVC, and its share in the metrics.
 */
final class FastCall {

	private final String verb;

	private final String pattern;

	private final HandlerMethod method;

	private final Argument[] arguments;

	private final MeterRegistry meters;

	private final Counter fast;

	private final Counter other;

	private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();

	FastCall(String verb, String pattern, HandlerMethod method, MeterRegistry meters) {
		this.verb = verb;
		this.pattern = pattern;
		this.method = method.createWithResolvedBean();
		this.arguments = Stream.of(method.getMethodParameters()).map(FastCall::argument).toArray(Argument[]::new);
		this.meters = meters;
		this.fast = counter("fast");
		this.other = counter("filters");
	}

	private Counter counter(String way) {
		return Counter.builder("coachflow.http.requests")
			.description("Requests of the most frequent calls, by the way that they took")
			.tags("method", this.verb, "uri", this.pattern, "way", way)
			.register(this.meters);
	}

	private static Argument argument(MethodParameter parameter) {
		RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
		if (header != null && parameter.getParameterType() == String.class) {
			return (given) -> given.request().getHeader(header.name());
		}
		if (parameter.hasParameterAnnotation(RequestBody.class) && parameter.getParameterType() == byte[].class) {
			return (given) -> (given.body().length > 0) ? given.body() : null;
		}
		if (parameter.hasParameterAnnotation(PathVariable.class) && parameter.getParameterType() == String.class) {
			return Given::lastSegment;
		}
		if (parameter.hasParameterAnnotation(RequestParam.class)) {
			// Requests with a query take the other way
			return (_) -> null;
		}
		if (parameter.getParameterType() == Principal.class) {
			return Given::caller;
		}
		if (parameter.getParameterType() == Locale.class) {
			return Given::locale;
		}
		throw new IllegalStateException("The fast path cannot fill " + parameter + ": teach it, or take the call off");
	}

	/**
	 * Calls the controller.
	 * @throws Exception whatever the controller throws
	 */
	ResponseEntity<?> answer(HttpServletRequest request, byte[] body, Principal caller, Locale locale)
			throws Exception {
		Given given = new Given(request, body, caller, locale);
		@Nullable Object[] values = new @Nullable Object[this.arguments.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments[i].of(given);
		}
		try {
			return (ResponseEntity<?>) this.method.getMethod().invoke(this.method.getBean(), values);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof Exception thrown) {
				throw thrown;
			}
			throw ex;
		}
	}

	/** Counts a request by the way that it takes. */
	void count(boolean isFast) {
		(isFast ? this.fast : this.other).increment();
	}

	/** Adds to Spring's own timer, under its own tags. */
	void record(int status, long nanos) {
		this.timers.computeIfAbsent(status, this::timer).record(nanos, TimeUnit.NANOSECONDS);
	}

	private Timer timer(int status) {
		HttpStatus.Series series = HttpStatus.Series.resolve(status);
		return Timer.builder("http.server.requests")
			.tags("error", "none", "exception", "none", "method", this.verb, "outcome",
					(series == HttpStatus.Series.SUCCESSFUL) ? "SUCCESS" : String.valueOf(series), "status",
					Integer.toString(status), "uri", this.pattern)
			.register(this.meters);
	}

	private record Given(HttpServletRequest request, byte[] body, Principal caller, Locale locale) {

		String lastSegment() {
			String path = this.request.getRequestURI();
			return path.substring(path.lastIndexOf('/') + 1);
		}

	}

	@FunctionalInterface
	private interface Argument {

		@Nullable Object of(Given given);

	}

}
