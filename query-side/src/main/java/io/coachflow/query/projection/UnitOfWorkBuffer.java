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
 * Collects the writes of a batch, and makes them together just before the batch commits.
 * If that fails, the batch is rolled back and retried.
 *
 * @param <V> what is written under one key
 */
public final class UnitOfWorkBuffer<V> {

	/** Unique: two buffers must not share their writes. */
	private final String resource = UnitOfWorkBuffer.class.getName() + "/" + UUID.randomUUID();

	private final Consumer<Collection<V>> writer;

	/**
	 * Creates a buffer.
	 * @param writer makes all writes of a batch, in the batch's transaction
	 */
	public UnitOfWorkBuffer(Consumer<Collection<V>> writer) {
		this.writer = writer;
	}

	/** The pending write, if there is one. */
	public Optional<V> get(String key) {
		return Optional.ofNullable(pending().get(key));
	}

	/**
	 * Adds a write.
	 * @param merge combines the pending write under the same key with this one
	 */
	public void add(String key, V write, BinaryOperator<V> merge) {
		pending().merge(key, write, merge);
	}

	private Map<String, V> pending() {
		UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
		return batch.getOrComputeResource(this.resource, (_) -> {
			Map<String, V> writes = new LinkedHashMap<>();
			batch.onPrepareCommit((_) -> this.writer.accept(writes.values()));
			return writes;
		});
	}

}
