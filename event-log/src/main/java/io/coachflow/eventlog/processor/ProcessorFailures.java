package io.coachflow.eventlog.processor;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.coachflow.contracts.node.Stopping;
import io.coachflow.contracts.rest.ProjectionFailure;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Stores the last failure of each event processor, so that every node can report it. The
 * batch is retried.
 */
@Component
public class ProcessorFailures implements ErrorHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProcessorFailures.class);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Stopping stopping;

	ProcessorFailures(JdbcClient jdbc, Clock clock, Stopping stopping) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.stopping = stopping;
	}

	@Override
	public void handleError(ErrorContext context) throws Exception {
		record(context.eventProcessor(), context.error(),
				context.failedEvents()
					.stream()
					.filter(TrackedEventMessage.class::isInstance)
					.mapToLong((event) -> ((TrackedEventMessage<?>) event).trackingToken().position().orElse(0))
					.min()
					.orElse(0));
		PropagatingErrorHandler.instance().handleError(context);
	}

	/**
	 * Stores a failure, as far as the database can be reached. Work that a stopping node
	 * breaks off has not failed.
	 * @param position of the first event that was not handled
	 */
	public void record(String processor, Throwable error, long position) {
		if (this.stopping.isStopping()) {
			return;
		}
		try {
			store(processor, error, position);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.debug("The failure of {} cannot be stored", processor, ex);
		}
	}

	/** The last failure; empty if there was none. */
	public Optional<ProjectionFailure> last(String processor) {
		return this.jdbc.sql("SELECT error, position, failed_at FROM processor_failure WHERE processor = ?")
			.param(processor)
			.query((row, _) -> new ProjectionFailure(row.getString("error"), row.getLong("position"),
					row.getObject("failed_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	private void store(String processor, Throwable error, long position) {
		String message = (error instanceof ProcessorException) ? error.getMessage() : null;
		this.jdbc.sql("""
				INSERT INTO processor_failure (processor, error, position, failed_at) VALUES (?, ?, ?, ?)
				ON CONFLICT (processor) DO UPDATE
				SET error = EXCLUDED.error, position = EXCLUDED.position, failed_at = EXCLUDED.failed_at""")
			.params(processor, (message != null) ? message : error.getClass().getName(), position,
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

}
