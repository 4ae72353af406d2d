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
 * Sets a deadline for every call to Axon Server that a request waits for, so that callers
 * get 503 within five seconds. Streams have no deadline.
 */
class Deadlines implements ClientInterceptor {

	private static final Duration LOG = Duration.ofSeconds(3);

	/** Includes the handler's own calls to the log. */
	private static final Duration COMMAND = Duration.ofSeconds(4);

	private static final Map<String, Duration> DEADLINES = Map.of(
			EventStoreGrpc.getAppendEventMethod().getFullMethodName(), LOG,
			EventStoreGrpc.getListAggregateEventsMethod().getFullMethodName(), LOG,
			EventStoreGrpc.getReadHighestSequenceNrMethod().getFullMethodName(), LOG,
			EventStoreGrpc.getGetFirstTokenMethod().getFullMethodName(), LOG,
			EventStoreGrpc.getGetLastTokenMethod().getFullMethodName(), LOG,
			EventStoreGrpc.getGetTokenAtMethod().getFullMethodName(), LOG,
			CommandServiceGrpc.getDispatchMethod().getFullMethodName(), COMMAND);

	@Override
	public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
		@Nullable Duration deadline = DEADLINES.get(method.getFullMethodName());
		return next.newCall(method,
				(deadline != null) ? options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS) : options);
	}

}
