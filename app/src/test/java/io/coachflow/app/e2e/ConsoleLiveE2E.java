package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the console costs: pages that wait for news take no thread each, and the first
 * page after the sign-in comes at once.
 */
@OnSharedCoachflow
class ConsoleLiveE2E {

	private static final int PAGES = 500;

	/** Pools of the server and the runtime grow a little by themselves. */
	private static final int HANDFUL = 20;

	private static final Pattern CONNECT = Pattern.compile("(?:sse-connect|data-live|data-stream)=\"(/stream[^\"]*)\"");

	private final RunningCoachflow coachflow;

	ConsoleLiveE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
	}

	@Test
	void idlePagesTakeNoThreadEachAndAllHearTheNews() {
		AtomicInteger opened = new AtomicInteger();
		AtomicInteger heard = new AtomicInteger();
		ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
		HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
		try {
			ConsoleVisitor consumer = ConsoleVisitor.signedIn(http, this.coachflow, "consumer");
			String path = livePath(consumer, this.coachflow.caller("consumer", "coaching:events").endOfFeed());
			double before = platformThreads();

			for (int i = 0; i < PAGES; i++) {
				http.sendAsync(
						consumer.request(path, "Accept", "text/event-stream").timeout(Duration.ofMinutes(5)).build(),
						listening(opened, heard));
			}
			await().atMost(Duration.ofSeconds(60)).until(() -> opened.get() == PAGES);

			assertThat(platformThreads() - before).isLessThan(HANDFUL);
			this.coachflow.demo().startedSession();
			await().atMost(Duration.ofSeconds(60)).until(() -> heard.get() == PAGES);
			assertThat(platformThreads() - before).isLessThan(HANDFUL);
		}
		finally {
			http.shutdownNow();
			threads.shutdownNow();
		}
	}

	@Test
	void theFirstPageAfterTheSignInComesAtOnce() {
		try (HttpClient http = HttpClient.newHttpClient()) {
			List<Duration> times = Stream
				.generate(() -> ConsoleVisitor.signedIn(http, this.coachflow, "demo").get("/coach").took())
				.limit(15)
				.toList();

			List<Duration> warm = IntStream.range(4, times.size()).mapToObj(times::get).sorted().toList();
			assertThat(warm.get(warm.size() / 2)).as("%s", times).isLessThan(Duration.ofMillis(300));
		}
	}

	/** Counts a stream when it answers, and again when its first event has come. */
	private static BodyHandler<Void> listening(AtomicInteger opened, AtomicInteger heard) {
		return (answer) -> {
			if (answer.statusCode() == 200) {
				opened.incrementAndGet();
			}
			StringBuilder received = new StringBuilder();
			return BodySubscribers.ofByteArrayConsumer((bytes) -> {
				boolean before = received.indexOf("data:") >= 0;
				bytes.ifPresent((it) -> received.append(new String(it, StandardCharsets.ISO_8859_1)));
				if (!before && received.indexOf("data:") >= 0) {
					heard.incrementAndGet();
				}
			});
		};
	}

	private static String livePath(ConsoleVisitor consumer, String after) {
		Matcher found = CONNECT.matcher(consumer.get("/stream?after=" + after).text());
		assertThat(found.find()).as("an address for news on the page").isTrue();
		return found.group(1).replace("&amp;", "&");
	}

	private double platformThreads() {
		return Double.parseDouble(this.coachflow.metric("jvm_threads_live_threads"));
	}

}
