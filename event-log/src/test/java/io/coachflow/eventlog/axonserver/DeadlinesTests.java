package io.coachflow.eventlog.axonserver;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlinesTests {

	@Test
	void whatARequestWaitsForEndsWithinFiveSeconds() {
		for (MethodDescriptor<?, ?> method : new MethodDescriptor<?, ?>[] { CommandServiceGrpc.getDispatchMethod(),
				EventStoreGrpc.getAppendEventMethod(), EventStoreGrpc.getListAggregateEventsMethod(),
				EventStoreGrpc.getReadHighestSequenceNrMethod() }) {
			Deadline deadline = deadlineOf(method);
			assertThat(deadline).as("%s", method.getFullMethodName()).isNotNull();
			assertThat(deadline.timeRemaining(TimeUnit.MILLISECONDS)).isBetween(1L, 4999L);
		}
	}

	@Test
	void streamsStayOpen() {
		assertThat(deadlineOf(EventStoreGrpc.getListEventsMethod())).isNull();
		assertThat(deadlineOf(CommandServiceGrpc.getOpenStreamMethod())).isNull();
		assertThat(deadlineOf(PlatformServiceGrpc.getOpenStreamMethod())).isNull();
	}

	private static <Q, A> @Nullable Deadline deadlineOf(MethodDescriptor<Q, A> method) {
		AtomicReference<@Nullable Deadline> deadline = new AtomicReference<>();
		new Deadlines().interceptCall(method, CallOptions.DEFAULT, new Channel() {

			@Override
			public <X, Y> ClientCall<X, Y> newCall(MethodDescriptor<X, Y> called, CallOptions options) {
				deadline.set(options.getDeadline());
				return new UnusedCall<>();
			}

			@Override
			public String authority() {
				return "test";
			}

		});
		return deadline.get();
	}

	private static final class UnusedCall<Q, A> extends ClientCall<Q, A> {

		@Override
		public void start(Listener<A> listener, Metadata headers) {
		}

		@Override
		public void request(int messages) {
		}

		@Override
		public void cancel(@Nullable String message, @Nullable Throwable cause) {
		}

		@Override
		public void halfClose() {
		}

		@Override
		public void sendMessage(Q message) {
		}

	}

}
