/**
 * The local run's real PostgreSQL and Redis, started from the class path and kept in a
 * data directory of their own.
 */
@NullMarked
package io.coachflow.local;

import org.jspecify.annotations.NullMarked;
