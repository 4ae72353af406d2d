package io.coachflow.eventlog.axonserver;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Bounds every call to Axon Server that a request waits for: a caller hears 503 within
 * five seconds. Streams stay open for as long as they like.
 */
class Deadlines implements ClientInterceptor {

	private static final Duration OF_THE_LOG = Duration.ofSeconds(3);

	/** Includes what the handler of the command does at the log. */
	private static final Duration OF_A_COMMAND = Duration.ofSeconds(4);

	private static final Map<String, Duration> DEADLINES = Map.of(
			EventStoreGrpc.getAppendEventMethod().getFullMethodName(), OF_THE_LOG,
			EventStoreGrpc.getListAggregateEventsMethod().getFullMethodName(), OF_THE_LOG,
			EventStoreGrpc.getReadHighestSequenceNrMethod().getFullMethodName(), OF_THE_LOG,
			EventStoreGrpc.getGetFirstTokenMethod().getFullMethodName(), OF_THE_LOG,
			EventStoreGrpc.getGetLastTokenMethod().getFullMethodName(), OF_THE_LOG,
			EventStoreGrpc.getGetTokenAtMethod().getFullMethodName(), OF_THE_LOG,
			CommandServiceGrpc.getDispatchMethod().getFullMethodName(), OF_A_COMMAND);

	@Override
	public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
		@Nullable Duration deadline = DEADLINES.get(method.getFullMethodName());
		return next.newCall(method,
				(deadline != null) ? options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS) : options);
	}

}
