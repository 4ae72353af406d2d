package io.coachflow.command.guidance;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.llm.LanguageModel;
import io.coachflow.llm.ModelException;
import io.coachflow.llm.ModelRequest;
import io.coachflow.llm.ModelResponse;
import io.coachflow.llm.SessionGoneException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/**
 * Asks a language model while a user waits: within a budget of time, and for a while not
 * at all if the model keeps failing.
 */
public final class InteractiveModel implements AutoCloseable {

	/** When the model is not asked, and for how long. */
	public static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
		.slidingWindowSize(10)
		.minimumNumberOfCalls(5)
		.failureRateThreshold(50)
		.waitDurationInOpenState(Duration.ofSeconds(15))
		.permittedNumberOfCallsInHalfOpenState(1)
		.build();

	private final LanguageModel model;

	private final Duration budget;

	private final CircuitBreaker breaker;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/**
	 * Creates it.
	 * @param budget how long to wait in total
	 */
	public InteractiveModel(LanguageModel model, Duration budget, CircuitBreaker breaker) {
		this.model = model;
		this.budget = budget;
		this.breaker = breaker;
	}

	/**
	 * Asks the model.
	 * @param matter supplies what the question is about, empty if there is no need to
	 * ask; called only if the model may be asked
	 * @param question makes the request
	 * @param reading makes the result of a valid answer
	 * @return empty if there is no need to ask, or the model fails or is late
	 */
	public <M, A, R> Optional<R> ask(Supplier<Optional<M>> matter, Function<M, ModelRequest<? extends A>> question,
			Reading<M, A, R> reading) {
		if (!this.breaker.tryAcquirePermission()) {
			return Optional.empty();
		}
		Optional<M> found = Optional.empty();
		try {
			found = matter.get();
		}
		finally {
			if (found.isEmpty()) {
				this.breaker.releasePermission();
			}
		}
		return found.flatMap((it) -> ask(it, question, reading));
	}

	private <M, A, R> Optional<R> ask(M matter, Function<M, ModelRequest<? extends A>> question,
			Reading<M, A, R> reading) {
		long begun = System.nanoTime();
		Future<ModelResponse<? extends A>> asked = this.threads.submit(() -> this.model.ask(question.apply(matter)));
		try {
			R result = reading.read(asked.get(this.budget.toNanos(), TimeUnit.NANOSECONDS), matter);
			this.breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
			return Optional.of(result);
		}
		catch (ExecutionException ex) {
			failed(Objects.requireNonNullElse(ex.getCause(), ex), begun);
		}
		catch (TimeoutException ex) {
			failed(ex, begun);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			this.breaker.releasePermission();
		}
		finally {
			asked.cancel(true);
		}
		return Optional.empty();
	}

	/** A deleted session or one without tokens left is not a failure of the model. */
	private void failed(Throwable failure, long begun) {
		if (failure instanceof SessionGoneException
				|| (failure instanceof ModelException ex && ex.kind() == AgentFault.Kind.BUDGET_EXHAUSTED)) {
			this.breaker.releasePermission();
		}
		else {
			this.breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, failure);
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	/**
	 * Makes a result of an answer.
	 *
	 * @param <M> what the question was about
	 * @param <A> the answer's form
	 * @param <R> the result
	 */
	@FunctionalInterface
	public interface Reading<M, A, R> {

		/** Makes the result. */
		R read(ModelResponse<? extends A> answer, M matter);

	}

}
