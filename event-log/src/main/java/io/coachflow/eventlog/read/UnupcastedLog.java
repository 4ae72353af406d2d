package io.coachflow.eventlog.read;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The log as stored, for checking hashes: no upcaster changes what is read from it.
 *
 * @param store to read from
 * @param table the same log without the store's cache of streams; absent if Axon Server
 * is the log
 */
public record UnupcastedLog(EventStore store, @Nullable EventStorageEngine table) {
}
