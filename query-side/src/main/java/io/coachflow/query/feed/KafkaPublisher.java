package io.coachflow.query.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.query.feed.KafkaTopic.Outgoing;
import io.coachflow.query.feed.PublicEvents.PublicEvent;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the event stream to a Kafka topic, as consumers without the scope
 * {@code coaching:audit} see it. The position is stored after Kafka has confirmed a
 * batch, so a restart repeats one batch at most. One node publishes at a time. The key is
 * the session's id, so the events of a session stay in order.
 */
@Component
@ConditionalOnProperty(KafkaPublisher.SETTING)
@ProcessingGroup(KafkaPublisher.GROUP)
public class KafkaPublisher {

	/** The name of the event processor. */
	public static final String GROUP = "kafka";

	/** The setting that turns it on. */
	public static final String SETTING = "coachflow.kafka.bootstrap-servers";

	/** How many events are published between two stored positions, at most. */
	public static final int BATCH = 200;

	private static final byte[] CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8"
		.getBytes(StandardCharsets.UTF_8);

	private static final String OUTGOING = KafkaPublisher.class.getName() + "/outgoing";

	private final String name;

	private final KafkaTopic topic;

	private final JsonMapper mapper;

	KafkaPublisher(KafkaProperties properties, JsonMapper mapper) {
		this.name = properties.topic();
		this.topic = new KafkaTopic(properties);
		this.mapper = mapper;
	}

	@EventHandler
	void on(TrackedEventMessage<?> message) {
		long position = message.trackingToken().position().orElseThrow();
		PublicEvents.ofMessage(message, position, false)
			.ifPresent((event) -> outgoing()
				.add(new Outgoing(event.subject(), message.getIdentifier(), record(message, event, position))));
	}

	/** The record has the timestamp of the event, whenever it is published. */
	private ProducerRecord<String, byte[]> record(TrackedEventMessage<?> message, PublicEvent event, long position) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(this.name, null,
				message.getTimestamp().toEpochMilli(), event.subject(),
				this.mapper.writeValueAsBytes(CloudEvent.of(message, event, position)));
		record.headers().add("content-type", CONTENT_TYPE);
		return record;
	}

	/** The records that Kafka has to confirm before the current batch commits. */
	private List<Outgoing> outgoing() {
		UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
		return batch.getOrComputeResource(OUTGOING, (_) -> {
			List<Outgoing> outgoing = new ArrayList<>();
			batch.onPrepareCommit((_) -> this.topic.publish(outgoing));
			batch.afterCommit((_) -> this.topic.forget(outgoing));
			return outgoing;
		});
	}

	/** Fails a batch in progress; the node that takes over publishes it again. */
	@EventListener(ContextClosedEvent.class)
	void close() {
		this.topic.close();
	}

}
