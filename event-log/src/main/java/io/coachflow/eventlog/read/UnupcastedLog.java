package io.coachflow.eventlog.read;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The log as it lies there, for whoever checks hashes: no upcaster touches what is read
 * from it.
 *
 * @param store to read from
 * @param table the same, past what a store's streams remember of a row; absent where Axon
 * Server is the log
 */
public record UnupcastedLog(EventStore store, @Nullable EventStorageEngine table) {
}
