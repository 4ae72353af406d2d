package io.coachflow.query.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import io.coachflow.eventlog.processor.ProcessorException;
import io.coachflow.query.feed.KafkaTopic.Outgoing;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What is sent, and in which order, when Kafka confirms, fails and does not answer.
 */
class KafkaTopicTests {

	private final List<MockProducer<String, byte[]>> producers = new CopyOnWriteArrayList<>();

	private final KafkaTopic topic = topic(Duration.ofMinutes(1));

	private final List<Outgoing> batch = List.of(outgoing("A", "a0"), outgoing("A", "a1"), outgoing("B", "b0"),
			outgoing("A", "a2"), outgoing("B", "b1"));

	@Test
	void ofEachKeyOneRecordIsUnderWayAtATime() {
		CompletableFuture<Void> publishing = publishing();

		awaitSent(0, "a0", "b0");
		confirm(2);
		awaitSent(0, "a0", "b0", "a1", "b1");
		confirm(2);
		awaitSent(0, "a0", "b0", "a1", "b1", "a2");
		confirm(1);
		publishing.join();
	}

	@Test
	void nothingFollowsWhatFailedAndTheNextAttemptGoesOnBehindWhatIsConfirmed() {
		CompletableFuture<Void> publishing = publishing();
		awaitSent(0, "a0", "b0");
		this.producers.getFirst().errorNext(new TimeoutException("The topic is gone"));
		confirm(1);

		assertThatExceptionOfType(CompletionException.class).isThrownBy(publishing::join)
			.havingCause()
			.isInstanceOf(ProcessorException.class)
			.withMessage("Kafka did not take the events (TimeoutException): The topic is gone");
		assertThat(sent(0)).containsExactly("a0", "b0");
		assertThat(this.producers.getFirst().closed()).isTrue();

		CompletableFuture<Void> again = publishing();
		awaitSent(1, "a0", "b1");
		confirm(2);
		awaitSent(1, "a0", "b1", "a1");
		confirm(1);
		awaitSent(1, "a0", "b1", "a1", "a2");
		confirm(1);
		again.join();
	}

	@Test
	void aBatchThatIsNotConfirmedInTimeFails() {
		KafkaTopic hasty = topic(Duration.ofMillis(200));

		assertThatExceptionOfType(ProcessorException.class).isThrownBy(() -> hasty.publish(this.batch))
			.withMessageContaining("No answer in time");
		assertThat(sent(0)).containsExactly("a0", "b0");
		assertThat(this.producers.getFirst().closed()).isTrue();
	}

	@Test
	void whatIsUnderWayEndsWhenTheApplicationStops() {
		CompletableFuture<Void> publishing = publishing();
		awaitSent(0, "a0", "b0");

		this.topic.close();

		assertThatExceptionOfType(CompletionException.class).isThrownBy(publishing::join)
			.withCauseInstanceOf(ProcessorException.class);
		assertThatExceptionOfType(ProcessorException.class).isThrownBy(() -> this.topic.publish(this.batch))
			.withMessageContaining("The application stops");
	}

	private CompletableFuture<Void> publishing() {
		return CompletableFuture.runAsync(() -> this.topic.publish(this.batch));
	}

	private KafkaTopic topic(Duration limit) {
		return new KafkaTopic(() -> {
			MockProducer<String, byte[]> producer = new MockProducer<>(false, null, new StringSerializer(),
					new ByteArraySerializer()) {

				@Override
				public void close(Duration timeout) {
					super.close(timeout);
					// As the real producer does with its unsent records
					boolean more = true;
					while (more) {
						more = errorNext(new TimeoutException("Closed"));
					}
				}

			};
			this.producers.add(producer);
			return producer;
		}, limit);
	}

	private static Outgoing outgoing(String key, String id) {
		return new Outgoing(key, id, new ProducerRecord<>("topic", key, id.getBytes()));
	}

	private void confirm(int records) {
		for (int i = 0; i < records; i++) {
			assertThat(this.producers.getLast().completeNext()).isTrue();
		}
	}

	private void awaitSent(int producer, String... ids) {
		await().until(() -> this.producers.size() > producer && sent(producer).equals(List.of(ids)));
	}

	private List<String> sent(int producer) {
		return this.producers.get(producer).history().stream().map((it) -> new String(it.value())).toList();
	}

}
