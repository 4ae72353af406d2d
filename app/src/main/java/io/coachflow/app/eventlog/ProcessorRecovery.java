package io.coachflow.app.eventlog;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Wakes the event processors when the database is back: left alone they would wait for up
 * to a minute, twice as long after each failure.
 */
@Component
class ProcessorRecovery {

	private static final Logger logger = LoggerFactory.getLogger(ProcessorRecovery.class);

	private static final int PATIENCE_SECONDS = 1;

	private final DataSource dataSource;

	private final EventProcessingConfiguration processing;

	private boolean wasReachable = true;

	ProcessorRecovery(DataSource dataSource, EventProcessingConfiguration processing) {
		this.dataSource = dataSource;
		this.processing = processing;
	}

	@Scheduled(fixedDelay = 1000)
	void watch() {
		boolean reachable = isReachable();
		if (reachable && !this.wasReachable) {
			logger.info("The database is back");
			this.processing.eventProcessors()
				.values()
				.stream()
				.filter(StreamingEventProcessor.class::isInstance)
				.map(StreamingEventProcessor.class::cast)
				.filter((processor) -> processor.isRunning() && processor.isError())
				.forEach(ProcessorRecovery::restart);
		}
		this.wasReachable = reachable;
	}

	private static void restart(StreamingEventProcessor processor) {
		processor.shutDown();
		processor.start();
	}

	private boolean isReachable() {
		try (Connection connection = this.dataSource.getConnection()) {
			return connection.isValid(PATIENCE_SECONDS);
		}
		catch (SQLException _) {
			return false;
		}
	}

}
