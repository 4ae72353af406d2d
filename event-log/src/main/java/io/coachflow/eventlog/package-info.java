/**
 * The event log and the other stores of Axon, all in PostgreSQL.
 */
@NullMarked
package io.coachflow.eventlog;

import org.jspecify.annotations.NullMarked;
