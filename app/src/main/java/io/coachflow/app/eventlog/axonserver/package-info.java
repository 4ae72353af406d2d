/**
 * Axon Server as the event log and the buses.
 */
@NullMarked
package io.coachflow.app.eventlog.axonserver;

import org.jspecify.annotations.NullMarked;
