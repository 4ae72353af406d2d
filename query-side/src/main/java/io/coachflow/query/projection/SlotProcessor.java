package io.coachflow.query.projection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * The event processor of one slot of a read model. A {@link Projector} gives it events,
 * often together with other slots; Axon does not start it. Axon knows it for its dead
 * letters, which it parks and retries.
 */
final class SlotProcessor implements EventProcessor {

	private final String name;

	private final EventHandlerInvoker invoker;

	/** Axon adds those that commands need; a projection sends none. */
	private final List<MessageHandlerInterceptor<? super EventMessage<?>>> interceptors = new CopyOnWriteArrayList<>();

	private volatile @Nullable Throwable error;

	private volatile boolean held;

	SlotProcessor(String name, EventHandlerInvoker invoker) {
		this.name = name;
		this.invoker = invoker;
	}

	/**
	 * Hands an event to the projection, or parks it if it cannot be handled or if an
	 * earlier one of its session is parked.
	 * @throws Exception if the store fails; the whole batch must be tried again
	 */
	void handle(EventMessage<?> event) throws Exception {
		if (this.invoker.canHandle(event, Segment.ROOT_SEGMENT)) {
			this.invoker.handle(event, Segment.ROOT_SEGMENT);
		}
	}

	/** The failure of the last batch; absent after a success. */
	@Nullable Throwable error() {
		return this.error;
	}

	void failed(@Nullable Throwable error) {
		this.error = error;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public List<MessageHandlerInterceptor<? super EventMessage<?>>> getHandlerInterceptors() {
		return List.copyOf(this.interceptors);
	}

	@Override
	public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super EventMessage<?>> interceptor) {
		this.interceptors.add(interceptor);
		return () -> this.interceptors.remove(interceptor);
	}

	/** Lets the node run it again, after {@link #shutDown()}. */
	@Override
	public void start() {
		this.held = false;
	}

	/** Keeps this node from running it, from its next look on. */
	@Override
	public void shutDown() {
		this.held = true;
	}

	@Override
	public boolean isRunning() {
		return !this.held;
	}

	@Override
	public boolean isError() {
		return this.error != null;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
