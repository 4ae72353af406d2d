package io.coachflow.eventlog;

import org.springframework.core.env.PropertyResolver;

/**
 * What can hold the event log. Positions in one mean nothing in the other, although they
 * look alike.
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

	/** The one that the settings choose. */
	static EventLogEngine chosenBy(PropertyResolver settings) {
		return settings.getProperty(AXON_SERVER_SETTING, Boolean.class, false) ? AXON_SERVER : POSTGRESQL;
	}

	/** How the database names it. */
	String id() {
		return this.id;
	}

	/** How people name it. */
	String title() {
		return this.title;
	}

}
