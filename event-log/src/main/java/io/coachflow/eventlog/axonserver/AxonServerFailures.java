package io.coachflow.eventlog.axonserver;

import java.util.EnumSet;
import java.util.Set;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/**
 * Classifies the exceptions of Axon Server and of its connection.
 */
public final class AxonServerFailures {

	private static final Metadata.Key<String> ERROR_CODE = Metadata.Key.of("AxonIQ-ErrorCode",
			Metadata.ASCII_STRING_MARSHALLER);

	private static final String INVALID_EVENT_SEQUENCE = "AXONIQ-2000";

	private static final Set<Status.Code> UNAVAILABLE = EnumSet.of(Status.Code.UNAVAILABLE,
			Status.Code.DEADLINE_EXCEEDED, Status.Code.CANCELLED, Status.Code.RESOURCE_EXHAUSTED);

	private AxonServerFailures() {
	}

	/**
	 * Whether this exception itself, not its cause, says that Axon Server is unavailable.
	 */
	public static boolean isUnavailable(Throwable exception) {
		return exception instanceof StatusRuntimeException status && UNAVAILABLE.contains(status.getStatus().getCode())
				|| exception instanceof StreamClosedException || exception instanceof AxonServerException
				|| exception instanceof org.axonframework.axonserver.connector.AxonServerException;
	}

	/**
	 * Whether this exception itself, not its cause, says that the sequence of an event is
	 * taken.
	 */
	public static boolean isConflict(Throwable exception) {
		if (!(exception instanceof StatusRuntimeException status)) {
			return false;
		}
		Metadata trailers = status.getTrailers();
		return status.getStatus().getCode() == Status.Code.OUT_OF_RANGE
				|| trailers != null && INVALID_EVENT_SEQUENCE.equals(trailers.get(ERROR_CODE));
	}

}
