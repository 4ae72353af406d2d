package io.coachflow.query.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.coachflow.eventlog.processor.ProcessorException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches to the topic. Records with the same key stay in order whatever fails:
 * one record of each key is in flight at a time, and none is sent after a failed one.
 * After a failed batch the producer is discarded with its unsent records, and records
 * that Kafka has confirmed are not sent again. Not thread-safe.
 */
final class KafkaTopic implements AutoCloseable {

	/**
	 * A batch is confirmed or has failed within this time, plus one call that blocks for
	 * {@link ReplaceableProducer#BLOCKED}: well below the 30 s after which another node
	 * takes over.
	 */
	private static final Duration LIMIT = Duration.ofSeconds(10);

	/** Several batches. */
	private static final int REMEMBERED = 1_000;

	private final ReplaceableProducer producer;

	private final Duration limit;

	/**
	 * Ids of confirmed records of batches whose position is not stored yet. Bounded,
	 * because another node may finish such a batch.
	 */
	private final Set<String> confirmed = Collections.newSetFromMap(new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
			return size() > REMEMBERED;
		}

	});

	KafkaTopic(KafkaProperties properties) {
		this(ReplaceableProducer.of(properties, LIMIT), LIMIT);
	}

	/**
	 * Creates a topic.
	 * @param limit how long a batch may take
	 */
	KafkaTopic(Supplier<Producer<String, byte[]>> producers, Duration limit) {
		this.producer = new ReplaceableProducer(producers);
		this.limit = limit;
	}

	/**
	 * A record to be sent.
	 *
	 * @param key records with the same key stay in order
	 * @param id the event's id
	 */
	record Outgoing(String key, String id, ProducerRecord<String, byte[]> record) {
	}

	/**
	 * Sends the records that are not confirmed yet, and waits until all are.
	 * @throws ProcessorException if one is not; the same batch is to be published again
	 */
	void publish(List<Outgoing> batch) {
		long deadline = System.nanoTime() + this.limit.toNanos();
		try {
			for (List<Outgoing> wave : waves(batch)) {
				send(wave, deadline);
			}
		}
		catch (KafkaException | IllegalStateException | TimeoutException ex) {
			this.producer.discard();
			throw failure(ex);
		}
		catch (InterruptedException ex) {
			this.producer.discard();
			Thread.currentThread().interrupt();
			throw failure(ex);
		}
	}

	/** Forgets a batch whose position is stored. */
	void forget(List<Outgoing> batch) {
		batch.stream().map(Outgoing::id).forEach(this.confirmed::remove);
	}

	/**
	 * The first wave has the first record of each key, the second wave the second, and so
	 * on.
	 */
	private List<List<Outgoing>> waves(List<Outgoing> batch) {
		List<List<Outgoing>> waves = new ArrayList<>();
		Map<String, Integer> sizes = new HashMap<>();
		for (Outgoing it : batch) {
			if (!this.confirmed.contains(it.id())) {
				int wave = sizes.merge(it.key(), 1, Integer::sum) - 1;
				if (wave == waves.size()) {
					waves.add(new ArrayList<>());
				}
				waves.get(wave).add(it);
			}
		}
		return waves;
	}

	private void send(List<Outgoing> wave, long deadline) throws InterruptedException, TimeoutException {
		Map<String, Future<?>> sent = new HashMap<>();
		KafkaException failure = null;
		try {
			for (Outgoing it : wave) {
				requireTime(deadline);
				Future<?> future = this.producer.get().send(it.record());
				sent.put(it.id(), future);
				if (future.state() == Future.State.FAILED) {
					break;
				}
			}
		}
		finally {
			for (Map.Entry<String, Future<?>> it : sent.entrySet()) {
				KafkaException found = outcome(it.getKey(), it.getValue(), deadline);
				failure = (failure != null) ? failure : found;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	/** Notes that a record is confirmed, or returns why it is not. */
	private @Nullable KafkaException outcome(String id, Future<?> sent, long deadline) throws InterruptedException {
		try {
			sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
			this.confirmed.add(id);
			return null;
		}
		catch (ExecutionException ex) {
			return (ex.getCause() instanceof KafkaException cause) ? cause : new KafkaException(ex.getCause());
		}
		catch (TimeoutException ex) {
			return new KafkaException("No answer in time", ex);
		}
	}

	private static void requireTime(long deadline) throws TimeoutException {
		if (System.nanoTime() > deadline) {
			throw new TimeoutException("The batch took too long");
		}
	}

	private static ProcessorException failure(Exception cause) {
		return new ProcessorException(
				"Kafka did not take the events (" + cause.getClass().getSimpleName() + "): " + cause.getMessage(),
				cause);
	}

	/** Fails a batch in progress. */
	@Override
	public void close() {
		this.producer.close();
	}

}
