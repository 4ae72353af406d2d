package io.coachflow.app.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.query.feed.KafkaPublisher;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The event stream goes to a real Kafka, through the deaths of both.
 */
class KafkaE2E {

	private static final String TOPIC = "coachflow-events";

	private static final int PARTITIONS = 4;

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
		topic = new KafkaConsumer<>(Map.of("bootstrap.servers", broker.address()), new StringDeserializer(),
				new StringDeserializer());
		topic.assign(List.of(0, 1, 2, 3).stream().map((it) -> new TopicPartition(TOPIC, it)).toList());
		topic.seekToBeginning(List.of());
	}

	@AfterAll
	static void stop() throws Exception {
		topic.close();
		coachflow.close();
		broker.close();
	}

	@Test
	void eachEventIsPublishedInTheOrderOfItsSessionWhoeverDies() throws Exception {
		Caller demo = coachflow.demo();
		answeredSession(demo);
		awaitAllPublished();
		assertThat(this.published).hasSize(stream().size());

		broker.kill();
		List<String> sessions = List.of(answeredSession(demo), answeredSession(demo));
		assertThat(projections()).contains("\"kafka\"");
		broker.startAgain();
		awaitAllPublished();
		assertThat(this.published).filteredOn((it) -> sessions.contains(it.key())).isNotEmpty();

		Thread writer = Thread.ofVirtual().start(() -> {
			for (int i = 0; i < 20; i++) {
				demo.startedSession();
			}
		});
		writer.join(300);
		coachflow.kill();
		writer.join();
		coachflow.startAgain(Map.of());
		awaitAllPublished();
		assertThat(this.published.size() - stream().size()).as("repeated").isBetween(0, 2 * KafkaPublisher.BATCH);
	}

	private String answeredSession(Caller demo) {
		String session = demo.startedSession();
		CoachingSessionE2E.STEPS
			.forEach((step) -> assertThat(demo.step(session, "We cook in Dakar").status()).isEqualTo(200));
		return session;
	}

	/** Everything that the feed tells is in the topic, the first time in its order. */
	private void awaitAllPublished() {
		List<JsonNode> told = stream();
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!ids().containsAll(told.stream().map((it) -> it.get("id").asString()).toList())) {
			assertThat(System.nanoTime()).as("published %d of %d", ids().size(), told.size()).isLessThan(deadline);
			topic.poll(Duration.ofMillis(100)).forEach(this.published::add);
			told = stream();
		}
		Map<String, JsonNode> first = new LinkedHashMap<>();
		Map<String, List<Long>> orders = new LinkedHashMap<>();
		for (ConsumerRecord<String, String> it : this.published) {
			JsonNode event = JSON.readTree(it.value());
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

	private List<String> ids() {
		return this.published.stream().map((it) -> JSON.readTree(it.value()).get("id").asString()).toList();
	}

	private List<JsonNode> stream() {
		List<JsonNode> events = new ArrayList<>();
		coachflow.caller("consumer", "coaching:events").get("/api/v1/events?limit=1000").json().forEach(events::add);
		return events;
	}

	private String projections() {
		return coachflow.caller("admin", "coaching:admin").get("/api/v1/admin/projections").text();
	}

}
