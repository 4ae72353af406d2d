package io.coachflow.console.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Function;

import io.coachflow.console.api.ApiAddress;
import io.coachflow.console.api.UserToken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Hands streams of the API on to pages, with the token of the user who looks. A page that
 * only waits takes no thread.
 */
@Component
public class LiveRelay {

	/** Then the browser connects again, with a token that is checked anew. */
	private static final Duration LONGEST = Duration.ofMinutes(30);

	/** The last event of a stream that the API refused. */
	public static final String CLOSED = "closed";

	private final ApiAddress address;

	private final UserToken token;

	private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(2))
		.executor(this.threads)
		.build();

	LiveRelay(ApiAddress address, UserToken token) {
		this.address = address;
		this.token = token;
	}

	/**
	 * A stream for a page.
	 * @param path of the API's stream, encoded
	 * @param lastEventId where to resume; null for the beginning
	 * @param transform makes the page's event of the API's; null for none
	 */
	public SseEmitter relay(String path, @Nullable String lastEventId,
			Function<LiveEvent, @Nullable LiveEvent> transform) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.address.at(path))
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.token.value())
			.header(HttpHeaders.ACCEPT, MediaType.TEXT_EVENT_STREAM_VALUE)
			.header(HttpHeaders.ACCEPT_LANGUAGE, LocaleContextHolder.getLocale().toLanguageTag());
		if (lastEventId != null && !lastEventId.isBlank()) {
			request.header("Last-Event-ID", lastEventId.strip());
		}
		SseEmitter page = new SseEmitter(LONGEST.toMillis());
		// Without it the page would learn only with the first event that it is connected
		greet(page);
		Lines lines = new Lines(page, transform);
		this.http.sendAsync(request.build(), (response) -> {
			if (response.statusCode() != 200) {
				lines.close();
				return BodySubscribers.replacing(false);
			}
			return BodySubscribers.fromLineSubscriber(lines, (_) -> true, StandardCharsets.UTF_8, "\n");
		}).whenComplete((_, _) -> page.complete());
		page.onCompletion(lines::cancel);
		page.onTimeout(page::complete);
		page.onError((_) -> lines.cancel());
		return page;
	}

	private static void greet(SseEmitter page) {
		try {
			page.send(SseEmitter.event().comment(""));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One line at a time, so that a slow page holds back the API and not the memory. */
	private static final class Lines implements Subscriber<String> {

		private final SseEmitter page;

		private final Function<LiveEvent, @Nullable LiveEvent> transform;

		private final SseParser parser = new SseParser();

		private volatile @Nullable Subscription subscription;

		private volatile boolean cancelled;

		Lines(SseEmitter page, Function<LiveEvent, @Nullable LiveEvent> transform) {
			this.page = page;
			this.transform = transform;
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
			if (this.cancelled) {
				subscription.cancel();
			}
			else {
				subscription.request(1);
			}
		}

		@Override
		public void onNext(String line) {
			try {
				if (line.startsWith(":")) {
					// Shows that the page is still there
					this.page.send(SseEmitter.event().comment(""));
				}
				else {
					tell(this.parser.line(line));
				}
				Subscription lines = this.subscription;
				if (lines != null) {
					lines.request(1);
				}
			}
			catch (IOException | RuntimeException ex) {
				cancel();
				this.page.completeWithError(ex);
			}
		}

		private void tell(@Nullable LiveEvent event) throws IOException {
			LiveEvent told = (event != null) ? this.transform.apply(event) : null;
			if (told != null) {
				SseEmitter.SseEventBuilder sent = SseEmitter.event().name(told.name()).data(told.data());
				this.page.send((told.id() != null) ? sent.id(told.id()) : sent);
			}
		}

		/** Tells the page not to ask again: nothing comes, or nobody may see it. */
		void close() {
			try {
				this.page.send(SseEmitter.event().name(CLOSED).data(""));
			}
			catch (IOException | IllegalStateException _) {
				// The page is gone
			}
		}

		void cancel() {
			this.cancelled = true;
			Subscription lines = this.subscription;
			if (lines != null) {
				lines.cancel();
			}
		}

		@Override
		public void onError(Throwable failure) {
			this.page.complete();
		}

		@Override
		public void onComplete() {
			this.page.complete();
		}

	}

}
