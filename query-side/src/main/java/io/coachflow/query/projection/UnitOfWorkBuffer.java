package io.coachflow.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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

	/** Makes the pending writes of all buffers of the current batch. */
	static void writeAll() {
		buffers(CurrentUnitOfWork.get().root()).forEach(Pending::write);
	}

	/** Forgets the pending writes of all buffers of the current batch. */
	static void discardAll() {
		buffers(CurrentUnitOfWork.get().root()).forEach((pending) -> pending.writes().clear());
	}

	private Map<String, V> pending() {
		UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
		// Before, because the resources are a map that must not change while it computes
		List<Pending<?>> all = buffers(batch);
		return batch.getOrComputeResource(this.resource, (_) -> {
			Pending<V> pending = new Pending<>(this.writer, new LinkedHashMap<>());
			all.add(pending);
			batch.onPrepareCommit((_) -> pending.write());
			return pending.writes();
		});
	}

	private static List<Pending<?>> buffers(UnitOfWork<?> batch) {
		return batch.getOrComputeResource(UnitOfWorkBuffer.class.getName(), (_) -> new ArrayList<>());
	}

	private record Pending<V>(Consumer<Collection<V>> writer, Map<String, V> writes) {

		/**
		 * Axon would neither commit nor roll back after an error, and its connection
		 * would never be free again.
		 */
		void write() {
			if (this.writes.isEmpty()) {
				return;
			}
			try {
				this.writer.accept(this.writes.values());
			}
			catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError ex) {
				throw new IllegalStateException(ex);
			}
			this.writes.clear();
		}

	}

}
