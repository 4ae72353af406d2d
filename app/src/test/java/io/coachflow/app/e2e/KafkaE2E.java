package io.coachflow.app.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.coachflow.query.feed.KafkaPublisher;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The event stream goes to a real Kafka, through the deaths of both and of the topic.
 */
@Order(LongClasses.FIRST)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KafkaE2E {

	private static final String TOPIC = "coachflow-events";

	private static final int PARTITIONS = 4;

	private static final int SESSIONS = 6;

	private static final JsonMapper JSON = new JsonMapper();

	private static KafkaBroker broker;

	private static RunningCoachflow coachflow;

	private static KafkaConsumer<String, String> topic;

	private final List<ConsumerRecord<String, String>> published = new ArrayList<>();

	@BeforeAll
	static void start() throws Exception {
		broker = KafkaBroker.start(TOPIC, PARTITIONS);
		coachflow = RunningCoachflow.start(Map.of("coachflow.kafka.bootstrap-servers", broker.address(),
				"coachflow.kafka.client.reconnect.backoff.max.ms", "500"));
		topic = fromTheBeginning();
	}

	private static KafkaConsumer<String, String> fromTheBeginning() {
		KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", broker.address()),
				new StringDeserializer(), new StringDeserializer());
		consumer
			.assign(IntStream.range(0, PARTITIONS).mapToObj((number) -> new TopicPartition(TOPIC, number)).toList());
		consumer.seekToBeginning(List.of());
		return consumer;
	}

	@AfterAll
	static void stop() throws Exception {
		topic.close();
		coachflow.close();
		broker.close();
	}

	@Test
	@Order(1)
	void eachEventIsPublishedInTheOrderOfItsSessionWhoeverDies() throws Exception {
		Caller demo = coachflow.demo();
		answeredSession(demo);
		awaitAllPublished();
		assertThat(this.published).hasSize(stream().size());

		broker.kill();
		List<String> sessions = List.of(answeredSession(demo), answeredSession(demo));
		assertThat(kafka().get("rebuildable").asBoolean()).isFalse();
		broker.startAgain();
		awaitAllPublished();
		assertThat(this.published).filteredOn((it) -> sessions.contains(it.key())).isNotEmpty();

		Thread writer = Thread.ofVirtual().start(() -> startSessionsWhileItLives(demo));
		writer.join(300);
		coachflow.kill();
		writer.join();
		coachflow.startAgain(Map.of());
		awaitAllPublished();
		assertThat(this.published.size() - stream().size()).as("repeated").isBetween(0, 2 * KafkaPublisher.BATCH);
	}

	private static void startSessionsWhileItLives(Caller demo) {
		try {
			for (int i = 0; i < 20; i++) {
				demo.startedSession();
			}
		}
		catch (UncheckedIOException _) {
			// It was killed
		}
	}

	@Test
	@Order(2)
	void nothingOfASessionIsPublishedBehindWhatFailedAndOperatorsSeeWhy() throws Exception {
		Caller demo = coachflow.demo();
		await().atMost(Duration.ofSeconds(60)).until(() -> kafka().get("lag_events").asLong() == 0);
		Set<String> before = ids(stream());
		broker.deleteTopic(TOPIC);

		List<String> sessions = IntStream.range(0, SESSIONS).mapToObj((_) -> answeredSession(demo)).toList();

		await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
			assertThat(kafka().get("state").asString()).isEqualTo("failing");
			assertThat(kafka().get("error").asString()).contains(TOPIC);
			assertThat(kafka().at("/last_error/error").asString()).contains(TOPIC);
		});
		broker.createTopic(TOPIC, PARTITIONS);
		topic.close();
		topic = fromTheBeginning();
		this.published.clear();
		awaitAllPublished(before);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(kafka().get("state").asString()).isEqualTo("live");
			assertThat(kafka().get("error").isNull()).isTrue();
			assertThat(kafka().at("/last_error/error").asString()).contains(TOPIC);
		});
		assertThat(this.published).extracting(ConsumerRecord::key).containsAll(sessions);
		// Of each session one record at a time is under way, whose fate may be unknown
		assertThat(this.published.size() - ids(this.published.stream().map(KafkaE2E::event).toList()).size())
			.as("repeated")
			.isBetween(0, SESSIONS);
	}

	private String answeredSession(Caller demo) {
		String session = demo.startedSession();
		CoachingSessionE2E.STEPS
			.forEach((step) -> assertThat(demo.step(session, "We cook in Dakar").status()).isEqualTo(200));
		return session;
	}

	/** Everything that the feed tells is in the topic, the first time in its order. */
	private void awaitAllPublished() {
		awaitAllPublished(Set.of());
	}

	private void awaitAllPublished(Set<String> gone) {
		List<JsonNode> told = stream(gone);
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!ids().containsAll(ids(told))) {
			assertThat(System.nanoTime()).as("published %d of %d", ids().size(), told.size()).isLessThan(deadline);
			topic.poll(Duration.ofMillis(100)).forEach(this.published::add);
			told = stream(gone);
		}
		Map<String, JsonNode> first = new LinkedHashMap<>();
		Map<String, List<Long>> orders = new LinkedHashMap<>();
		for (ConsumerRecord<String, String> it : this.published) {
			JsonNode event = event(it);
			assertThat(it.timestamp()).isEqualTo(Instant.parse(event.get("time").asString()).toEpochMilli());
			assertThat(it.key()).isEqualTo(event.get("subject").asString());
			assertThat(new String(it.headers().lastHeader("content-type").value()))
				.startsWith("application/cloudevents+json");
			if (first.putIfAbsent(event.get("id").asString(), event) == null) {
				orders
					.computeIfAbsent(it.key() + event.get("type").asString().split("\\.")[2], (_) -> new ArrayList<>())
					.add(event.get("aggregatesequence").asLong());
			}
		}
		assertThat(orders.values()).isNotEmpty().allSatisfy((order) -> assertThat(order).isSorted());
		told.forEach((event) -> assertThat(first.get(event.get("id").asString())).isEqualTo(event));
	}

	private Set<String> ids() {
		return ids(this.published.stream().map(KafkaE2E::event).toList());
	}

	private static Set<String> ids(List<JsonNode> events) {
		return events.stream().map((it) -> it.get("id").asString()).collect(Collectors.toSet());
	}

	private static JsonNode event(ConsumerRecord<String, String> published) {
		return JSON.readTree(published.value());
	}

	private List<JsonNode> stream(Set<String> gone) {
		return stream().stream().filter((it) -> !gone.contains(it.get("id").asString())).toList();
	}

	private List<JsonNode> stream() {
		List<JsonNode> events = new ArrayList<>();
		coachflow.caller("consumer", "coaching:events").get("/api/v1/events?limit=1000").json().forEach(events::add);
		return events;
	}

	/** How far publishing has come, as operators see it. */
	private static JsonNode kafka() {
		JsonNode projections = coachflow.caller("admin", "coaching:admin")
			.get("/api/v1/admin/projections")
			.json()
			.get("projections");
		return projections.valueStream()
			.filter((it) -> it.get("name").asString().equals("kafka"))
			.findFirst()
			.orElseThrow();
	}

}
