package io.coachflow.query.projection;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Passes every call on to another stream.
 */
abstract class ForwardingStream implements BlockingStream<TrackedEventMessage<?>> {

	private final BlockingStream<TrackedEventMessage<?>> stream;

	ForwardingStream(BlockingStream<TrackedEventMessage<?>> stream) {
		this.stream = stream;
	}

	@Override
	public Optional<TrackedEventMessage<?>> peek() {
		return this.stream.peek();
	}

	@Override
	public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
		return this.stream.hasNextAvailable(timeout, unit);
	}

	@Override
	public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
		return this.stream.nextAvailable();
	}

	@Override
	public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
		this.stream.skipMessagesWithPayloadTypeOf(ignored);
	}

	@Override
	public boolean setOnAvailableCallback(Runnable callback) {
		return this.stream.setOnAvailableCallback(callback);
	}

	@Override
	public void close() {
		this.stream.close();
	}

}
