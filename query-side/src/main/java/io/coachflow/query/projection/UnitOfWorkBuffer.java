package io.coachflow.query.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What the events of a batch make of each session, written together just before the batch
 * commits. Where that fails the batch is rolled back and comes again.
 *
 * @param <V> what is written of a session
 */
public final class UnitOfWorkBuffer<V> {

	/** No two share a batch's writes. */
	private final String key = UnitOfWorkBuffer.class.getName() + "/" + UUID.randomUUID();

	private final Consumer<Collection<V>> writer;

	/**
	 * Collects writes.
	 * @param writer writes them all; within the batch's transaction
	 */
	public UnitOfWorkBuffer(Consumer<Collection<V>> writer) {
		this.writer = writer;
	}

	/** What is to be written of the session so far. */
	public Optional<V> get(String sessionId) {
		return Optional.ofNullable(pending().get(sessionId));
	}

	/**
	 * Adds a write.
	 * @param merge makes one of what was to be written of the session and this
	 */
	public void add(String sessionId, V write, BinaryOperator<V> merge) {
		pending().merge(sessionId, write, merge);
	}

	private Map<String, V> pending() {
		UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
		return batch.getOrComputeResource(this.key, (_) -> {
			Map<String, V> writes = new LinkedHashMap<>();
			batch.onPrepareCommit((_) -> this.writer.accept(writes.values()));
			return writes;
		});
	}

}
