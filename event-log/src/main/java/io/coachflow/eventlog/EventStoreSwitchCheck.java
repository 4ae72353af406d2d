package io.coachflow.eventlog;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on another event log than the one that the database follows. Its
 * tokens are positions in that log; in another log they would silently skip events.
 */
@Component
class EventStoreSwitchCheck implements InitializingBean {

	private final JdbcClient jdbc;

	private final EventLogEngine engine;

	EventStoreSwitchCheck(JdbcClient jdbc, Environment settings) {
		this.jdbc = jdbc;
		this.engine = EventLogEngine.chosenBy(settings);
	}

	@Override
	public void afterPropertiesSet() {
		this.jdbc.sql("INSERT INTO event_log_engine (engine) VALUES (?) ON CONFLICT DO NOTHING")
			.param(this.engine.id())
			.update();
		String followed = this.jdbc.sql("SELECT engine FROM event_log_engine").query(String.class).single();
		if (!followed.equals(this.engine.id())) {
			throw new OtherEngineException(followed, this.engine);
		}
	}

	static class OtherEngineException extends RuntimeException {

		private final String followed;

		private final EventLogEngine chosen;

		OtherEngineException(String followed, EventLogEngine chosen) {
			super("The database follows the event log of " + followed + ", not of " + chosen.id());
			this.followed = followed;
			this.chosen = chosen;
		}

	}

	static class Analyzer extends AbstractFailureAnalyzer<OtherEngineException> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, OtherEngineException cause) {
			boolean toAxonServer = cause.chosen == EventLogEngine.AXON_SERVER;
			return new FailureAnalysis("""
					The settings choose %s as the event log (%s=%s), but this database follows the log of %s: \
					the table event_log_engine says "%s". The positions of its event processors, its dead letters, \
					its sagas and its read models belong to that log.""".formatted(cause.chosen.title(),
					EventLogEngine.AXON_SERVER_SETTING, toAxonServer, cause.followed, cause.followed),
					"""
							Either go back: set %s=%s. Or start with an empty database. \
							Or move: stop every node, copy the events, empty what was built from the old log, \
							UPDATE event_log_engine SET engine = '%s', and start; everything is rebuilt from the first event. \
							docs/deploy.md, "Axon Server", has the statements."""
						.formatted(EventLogEngine.AXON_SERVER_SETTING, !toAxonServer, cause.chosen.id()),
					cause);
		}

	}

}
