package io.coachflow.query.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.coachflow.query.feed.PublicEvents.PublicEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the event stream to a Kafka topic, as consumers without the scope
 * {@code coaching:audit} see it. The position is stored when Kafka has a batch, so that a
 * restart repeats one batch at most. One node does it at a time, in the log's order; what
 * is of one session has its id as the key and stays in order.
 */
@Component
@ConditionalOnProperty(KafkaPublisher.SETTING)
@EnableConfigurationProperties(KafkaProperties.class)
@ProcessingGroup(KafkaPublisher.GROUP)
public class KafkaPublisher implements DisposableBean {

	/** The name of the event processor. */
	public static final String GROUP = "kafka";

	/** What turns it on. */
	public static final String SETTING = "coachflow.kafka.bootstrap-servers";

	/** How many events are published between two stored positions, at most. */
	public static final int BATCH = 200;

	private static final byte[] CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8"
		.getBytes(StandardCharsets.UTF_8);

	private static final String SENT = KafkaPublisher.class.getName() + "/sent";

	/** Well below the time after which another node takes over. */
	private static final Duration DELIVERY = Duration.ofSeconds(10);

	private final Map<String, Object> settings;

	private final String topic;

	private final JsonMapper mapper;

	private @Nullable Producer<String, byte[]> producer;

	KafkaPublisher(KafkaProperties properties, JsonMapper mapper) {
		this.topic = properties.topic();
		this.mapper = mapper;
		this.settings = new HashMap<>(Map.of(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip",
				ProducerConfig.CLIENT_ID_CONFIG, "coachflow", ProducerConfig.LINGER_MS_CONFIG, 5));
		this.settings.putAll(properties.client());
		this.settings.putAll(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers(),
				ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
				ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis(),
				ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis() / 2,
				ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY.toMillis() / 2));
	}

	@EventHandler
	void on(TrackedEventMessage<?> message) {
		long position = message.trackingToken().position().orElseThrow();
		PublicEvents.told(message, position, false)
			.ifPresent((event) -> sent().add(producer().send(record(message, event, position))));
	}

	private ProducerRecord<String, byte[]> record(TrackedEventMessage<?> message, PublicEvent event, long position) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(this.topic, event.subject(),
				this.mapper.writeValueAsBytes(CloudEvent.of(message, event, position)));
		record.headers().add("content-type", CONTENT_TYPE);
		return record;
	}

	/** What Kafka has to confirm before the batch at hand commits. */
	private List<Future<?>> sent() {
		UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
		return batch.getOrComputeResource(SENT, (_) -> {
			List<Future<?>> sent = new ArrayList<>();
			batch.onPrepareCommit((_) -> awaitAll(sent));
			batch.onRollback((_) -> giveUp());
			return sent;
		});
	}

	private void awaitAll(List<Future<?>> sent) {
		try {
			for (Future<?> it : sent) {
				it.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Kafka did not take the events: " + ex.getCause().getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Stopped while Kafka took the events", ex);
		}
	}

	private synchronized Producer<String, byte[]> producer() {
		Producer<String, byte[]> open = this.producer;
		if (open == null) {
			open = new KafkaProducer<>(this.settings, new StringSerializer(), new ByteArraySerializer());
			this.producer = open;
		}
		return open;
	}

	/** What is left of a batch must not arrive behind its own repetition. */
	private synchronized void giveUp() {
		if (this.producer != null) {
			this.producer.close(Duration.ZERO);
			this.producer = null;
		}
	}

	@Override
	public void destroy() {
		giveUp();
	}

}
