package io.coachflow.llm;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.coachflow.contracts.enrichment.AgentFault;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with a provider. A thread of its own reads; whatever ends the exchange, a
 * deadline, an interrupt or the end of the session, interrupts that thread, which closes
 * the connection. The client of langchain4j can be cancelled only once the first event
 * has come.
 *
 * @see <a href="https://github.com/langchain4j/langchain4j/issues/6304">langchain4j
 * #6304</a>
 */
final class Exchange implements HttpClient, HttpClientBuilder {

	private static final String LAST_EVENT = "[DONE]";

	/** For what follows the last event, so that the connection can serve again. */
	private static final Duration AFTERMATH = Duration.ofMillis(50);

	private final java.net.http.HttpClient http;

	private final Clock clock;

	private final Deadline firstToken;

	private final Deadline whole;

	private final long maxBytes;

	private final Departure departure;

	private final BooleanSupplier enough;

	/** Whether the model has begun to answer. */
	private volatile boolean begun;

	/** Done with the last event that is of use, or with what ended the exchange. */
	private final CompletableFuture<@Nullable Void> answered = new CompletableFuture<>();

	/**
	 * Creates an exchange.
	 * @param maxBytes the size of a response that is no answer any more
	 * @param departure whether and until when the request may leave
	 * @param enough whether what follows would not be used, asked after each event
	 */
	Exchange(java.net.http.HttpClient http, Clock clock, Deadline firstToken, Deadline whole, long maxBytes,
			Departure departure, BooleanSupplier enough) {
		this.http = http;
		this.clock = clock;
		this.firstToken = firstToken;
		this.whole = whole;
		this.maxBytes = maxBytes;
		this.departure = departure;
		this.enough = enough;
	}

	@Override
	public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
		Thread reader = Thread.ofVirtual().name("model-answer").unstarted(() -> read(request, parser, listener));
		this.departure.work().onCutOff(() -> this.answered.completeExceptionally(new SessionGoneException()));
		try {
			reader.start();
			await();
			listener.onClose();
			reader.join(AFTERMATH);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw ModelException.internal("The question was called off", ex);
		}
		finally {
			this.answered.cancel(false);
			reader.interrupt();
		}
	}

	private void await() throws InterruptedException {
		try {
			try {
				await(this.firstToken);
			}
			catch (TimeoutException _) {
				if (!this.begun) {
					throw ModelException.timeout("The model provider did not begin to answer in time");
				}
				await(this.whole);
			}
		}
		catch (TimeoutException _) {
			throw ModelException.timeout("The model did not finish in time");
		}
		catch (ExecutionException ex) {
			throw switch (ex.getCause()) {
				case ModelException failure -> failure;
				case HttpConnectTimeoutException late ->
					ModelException.unavailable("The model provider cannot be reached in time", late);
				case IOException away -> ModelException.unavailable("The model provider cannot be reached", away);
				case null, default -> new IllegalStateException(ex.getCause());
			};
		}
	}

	private void await(Deadline deadline) throws InterruptedException, ExecutionException, TimeoutException {
		this.answered.get(Math.max(0, deadline.remaining()), TimeUnit.NANOSECONDS);
	}

	private void read(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
		try {
			HttpResponse<InputStream> response = this.http.send(outgoing(request),
					BodyHandlers.limiting(BodyHandlers.ofInputStream(), this.maxBytes));
			try (InputStream body = response.body()) {
				requireStream(response);
				listener.onOpen(SuccessfulHttpResponse.builder().statusCode(response.statusCode()).build());
				parser.parse(body, following(listener));
			}
			this.answered.complete(null);
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			this.answered.completeExceptionally(ex);
		}
	}

	private java.net.http.HttpRequest outgoing(HttpRequest request) {
		java.net.http.HttpRequest.Builder outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
			.POST(this.departure.of(request.body(), this.answered));
		request.headers().forEach((name, values) -> values.forEach((value) -> outgoing.header(name, value)));
		return outgoing.header("Accept", "text/event-stream").build();
	}

	private void requireStream(HttpResponse<?> response) {
		int status = response.statusCode();
		Duration wait = response.headers()
			.firstValue("Retry-After")
			.flatMap((header) -> RetryAfter.parse(header, this.clock))
			.orElse(null);
		if (status == 429) {
			throw new ModelException(AgentFault.Kind.RATE_LIMITED, "The model provider asks to wait (429)", true, wait,
					null);
		}
		if (status == 408 || status >= 500) {
			throw new ModelException(AgentFault.Kind.UNAVAILABLE, "The model provider failed (" + status + ")", true,
					wait, null);
		}
		if (status != 200) {
			throw ModelException.rejected("The model provider refused the request (" + status + ")");
		}
		String type = response.headers().firstValue("Content-Type").orElse("");
		if (!type.startsWith("text/event-stream")) {
			throw ModelException.unavailable("The model provider answered with something else than a stream", null);
		}
	}

	/** Passes on what comes until the answer is over. */
	private ServerSentEventListener following(ServerSentEventListener listener) {
		return new ServerSentEventListener() {

			@Override
			public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
				Exchange.this.begun = true;
				if (Exchange.this.answered.isDone()) {
					return;
				}
				if (!LAST_EVENT.equals(event.data())) {
					listener.onEvent(event, context);
				}
				if (LAST_EVENT.equals(event.data()) || Exchange.this.enough.getAsBoolean()) {
					Exchange.this.answered.complete(null);
				}
			}

			@Override
			public void onError(Throwable throwable) {
				if (!Exchange.this.answered.isDone()) {
					listener.onError(throwable);
				}
			}

		};
	}

	@Override
	public SuccessfulHttpResponse execute(HttpRequest request) {
		throw new UnsupportedOperationException("Answers are streamed, else a hanging provider is noticed too late");
	}

	// The builder of a client is the client: its times are those of the exchange

	@Override
	public @Nullable Duration connectTimeout() {
		return null;
	}

	@Override
	public HttpClientBuilder connectTimeout(Duration timeout) {
		return this;
	}

	@Override
	public @Nullable Duration readTimeout() {
		return null;
	}

	@Override
	public HttpClientBuilder readTimeout(Duration timeout) {
		return this;
	}

	@Override
	public HttpClient build() {
		return this;
	}

}
