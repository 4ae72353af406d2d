package io.coachflow.eventlog.texts;

import java.util.List;

import io.coachflow.contracts.session.GuidanceTexts;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/**
 * Texts for tests.
 */
public final class TestTexts {

	private TestTexts() {
	}

	/** Texts of which none is ever recorded. */
	public static RecordedTexts none() {
		return new RecordedTexts(TestTexts::log, (_) -> {
		});
	}

	/** Texts that are recorded at once, in memory. */
	public static RecordedTexts recorded(GuidanceTexts... texts) {
		EventStore log = log();
		RecordedTexts recorded = new RecordedTexts(() -> log, Runnable::run);
		List.of(texts).forEach(recorded::digestOf);
		return recorded;
	}

	static EventStore log() {
		return EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
	}

}
