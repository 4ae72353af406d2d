package io.coachflow.query.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's producer, which is discarded with its unsent records after a failure.
 */
final class ReplaceableProducer implements AutoCloseable {

	/** How long a call may wait for the topic's metadata. */
	static final Duration BLOCKED = Duration.ofSeconds(4);

	private final Supplier<Producer<String, byte[]>> producers;

	private @Nullable Producer<String, byte[]> producer;

	private boolean closed;

	ReplaceableProducer(Supplier<Producer<String, byte[]>> producers) {
		this.producers = producers;
	}

	/**
	 * Opens producers.
	 * @param limit within which a record is confirmed or has failed
	 */
	static Supplier<Producer<String, byte[]>> of(KafkaProperties properties, Duration limit) {
		return () -> new KafkaProducer<>(settings(properties, limit), new StringSerializer(),
				new ByteArraySerializer());
	}

	private static Map<String, Object> settings(KafkaProperties properties, Duration limit) {
		Map<String, Object> settings = new HashMap<>(Map.of(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip",
				ProducerConfig.CLIENT_ID_CONFIG, "coachflow", ProducerConfig.LINGER_MS_CONFIG, 0));
		settings.putAll(properties.client());
		settings.putAll(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers(),
				ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
				ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) limit.toMillis(),
				ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) limit.toMillis() / 2,
				ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKED.toMillis()));
		return settings;
	}

	/**
	 * The producer; a new one if the last one was discarded.
	 * @throws IllegalStateException if the application is stopping
	 */
	synchronized Producer<String, byte[]> get() {
		if (this.closed) {
			throw new IllegalStateException("The application stops");
		}
		Producer<String, byte[]> open = this.producer;
		if (open == null) {
			open = this.producers.get();
			this.producer = open;
		}
		return open;
	}

	/**
	 * Discards the producer: its unsent records must not arrive after the batch is sent
	 * again.
	 */
	synchronized void discard() {
		if (this.producer != null) {
			this.producer.close(Duration.ZERO);
			this.producer = null;
		}
	}

	/** Fails the calls that wait for the producer, and opens no other. */
	@Override
	public void close() {
		synchronized (this) {
			this.closed = true;
		}
		discard();
	}

}
