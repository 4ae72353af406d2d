/**
 * Axon Server as the event log and the buses.
 */
@NullMarked
package io.coachflow.eventlog.axonserver;

import org.jspecify.annotations.NullMarked;
