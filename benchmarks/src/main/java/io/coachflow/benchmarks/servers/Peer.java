package io.coachflow.benchmarks.servers;

import java.nio.file.Files;
import java.nio.file.Path;

import io.coachflow.benchmarks.eventlog.PeerSteps;
import io.coachflow.benchmarks.eventlog.StepStore;

/**
 * Another system that does the same work behind the same interface: see the folder
 * {@code benchmarks/peers}.
 */
public enum Peer {

	/** Events in PostgreSQL from Node.js, with an inline projection. */
	EMMETT("Emmett", "emmett", new PeerSteps("SELECT coalesce(max(global_position), 0) FROM emt_messages", """
			SELECT stream_id, message_data ->> 'step', stream_position - 1 FROM emt_messages
			WHERE global_position > ? AND message_type = 'StepAnswered' ORDER BY global_position""")),

	/** Axon Framework with its own stores. */
	AXON("stock Axon", "axon", new PeerSteps("SELECT coalesce(max(globalindex), 0) FROM domainevententry", """
			SELECT aggregateidentifier, convert_from(payload, 'UTF8')::jsonb ->> 'step', sequencenumber
			FROM domainevententry WHERE globalindex > ? AND payloadtype LIKE '%StepAnswered' ORDER BY globalindex""")),

	/** State instead of events. */
	FASTAPI("FastAPI", "fastapi", new PeerSteps("SELECT coalesce(max(id), 0) FROM answers",
			"SELECT session_id, step, sequence FROM answers WHERE id > ? ORDER BY id"));

	private final String title;

	private final String folder;

	private final StepStore steps;

	Peer(String title, String folder, StepStore steps) {
		this.title = title;
		this.folder = folder;
		this.steps = steps;
	}

	/** As the report calls it. */
	public String title() {
		return this.title;
	}

	/** The name of its database. */
	public String database() {
		return this.folder;
	}

	/** Where it keeps its steps. */
	public StepStore steps() {
		return this.steps;
	}

	/** Whether it is installed there. */
	public boolean installed(Path peers) {
		return Files.isExecutable(program(peers));
	}

	/** What starts it; the process ends with it. */
	Path program(Path peers) {
		return peers.resolve(this.folder).resolve("start");
	}

}
