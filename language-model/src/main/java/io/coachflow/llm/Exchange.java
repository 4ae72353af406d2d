package io.coachflow.llm;

import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
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
 * One HTTP exchange with a provider, run on the caller's thread. A deadline, the size
 * limit, an interrupt or the deletion of the session cancels the request and closes its
 * connection. The client of langchain4j can only be cancelled after the first event.
 *
 * @see <a href="https://github.com/langchain4j/langchain4j/issues/6304">langchain4j
 * #6304</a>
 */
final class Exchange implements HttpClient, HttpClientBuilder {

	private static final String LAST_EVENT = "[DONE]";

	private final java.net.http.HttpClient http;

	private final Clock clock;

	private final Deadline firstToken;

	private final Deadline whole;

	private final long maxBytes;

	private final Departure departure;

	private final BooleanSupplier enough;

	/**
	 * Creates an exchange.
	 * @param maxBytes the largest response body that is read
	 * @param departure whether and until when the request may leave
	 * @param enough whether the rest of the answer is not needed; checked after each
	 * event
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
		HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(request);
		try (TimedBody body = new TimedBody(this.firstToken, this.whole, this.maxBytes)) {
			this.departure.work().onCutOff(body::cutOff);
			response.body().subscribe(body);
			requireStream(response);
			listener.onOpen(SuccessfulHttpResponse.builder().statusCode(response.statusCode()).build());
			parser.parse(body, following(listener, body));
			listener.onClose();
		}
	}

	private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request) {
		java.net.http.HttpRequest.Builder outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
			.POST(this.departure.of(request.body()));
		request.headers().forEach((name, values) -> values.forEach((value) -> outgoing.header(name, value)));
		CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> sent = this.http
			.sendAsync(outgoing.header("Accept", "text/event-stream").build(), BodyHandlers.ofPublisher());
		this.departure.work().onCutOff(() -> sent.cancel(true));
		try {
			return sent.get(Math.max(0, this.firstToken.remaining()), TimeUnit.NANOSECONDS);
		}
		catch (CancellationException _) {
			throw new SessionGoneException();
		}
		catch (TimeoutException _) {
			throw ModelException.timeout("The model provider did not answer in time");
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof HttpConnectTimeoutException)
					? ModelException.unavailable("The model provider cannot be reached in time", ex.getCause())
					: ModelException.unavailable("The model provider cannot be reached", ex.getCause());
		}
		catch (InterruptedException ex) {
			throw ModelException.interrupted(ex);
		}
		finally {
			sent.cancel(true);
		}
	}

	private void requireStream(HttpResponse<?> response) {
		int status = response.statusCode();
		Duration wait = response.headers()
			.firstValue("Retry-After")
			.flatMap((header) -> RetryAfter.parse(header, this.clock))
			.orElse(null);
		if (status == 429) {
			throw new ModelException(AgentFault.Kind.RATE_LIMITED, "The model provider limits the request rate (429)",
					true, wait, null);
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
			throw ModelException.unavailable("The model provider did not answer with an event stream", null);
		}
	}

	/** Tells the body when the answer begins and ends. */
	private ServerSentEventListener following(ServerSentEventListener listener, TimedBody body) {
		return new ServerSentEventListener() {

			@Override
			public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
				body.begin();
				if (LAST_EVENT.equals(event.data())) {
					body.end();
					return;
				}
				listener.onEvent(event, context);
				if (Exchange.this.enough.getAsBoolean()) {
					body.stop();
				}
			}

			@Override
			public void onError(Throwable throwable) {
				listener.onError(throwable);
			}

		};
	}

	@Override
	public SuccessfulHttpResponse execute(HttpRequest request) {
		throw new UnsupportedOperationException(
				"Only streamed answers are supported: without a stream a hanging provider is noticed too late");
	}

	// The client is its own builder. The timeouts are those of the exchange

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
