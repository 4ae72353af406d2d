package io.coachflow.eventlog;

import org.springframework.core.env.PropertyResolver;

/**
 * The software that holds the event log. A position in one log means nothing in the
 * other, although both are numbers.
 */
enum EventLogEngine {

	/** The table {@code event_log}. */
	POSTGRESQL("postgresql", "PostgreSQL"),
	/** Axon Server, with its buses. */
	AXON_SERVER("axonserver", "Axon Server");

	static final String AXON_SERVER_SETTING = "axon.axonserver.enabled";

	private final String id;

	private final String title;

	EventLogEngine(String id, String title) {
		this.id = id;
		this.title = title;
	}

	/** The engine that the settings choose. */
	static EventLogEngine chosenBy(PropertyResolver settings) {
		return settings.getProperty(AXON_SERVER_SETTING, Boolean.class, false) ? AXON_SERVER : POSTGRESQL;
	}

	/** Its name in the table {@code event_log_engine}. */
	String id() {
		return this.id;
	}

	/** Its name for people. */
	String title() {
		return this.title;
	}

}
