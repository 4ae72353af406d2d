/**
 * The event log in PostgreSQL: one appender per node, plain positions, no gaps.
 */
@NullMarked
package io.coachflow.eventlog.postgres;

import org.jspecify.annotations.NullMarked;
