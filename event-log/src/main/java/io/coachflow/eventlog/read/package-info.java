/**
 * Reads the log as it lies there, past caches and upcasters.
 */
@NullMarked
package io.coachflow.eventlog.read;

import org.jspecify.annotations.NullMarked;
