/**
 * The log by SQL: filled, read, and checked against what was acknowledged.
 */
@NullMarked
package io.coachflow.benchmarks.eventlog;

import org.jspecify.annotations.NullMarked;
