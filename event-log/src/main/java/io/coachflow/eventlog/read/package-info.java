/**
 * Reads the log as it is stored, without caches and upcasters.
 */
@NullMarked
package io.coachflow.eventlog.read;

import org.jspecify.annotations.NullMarked;
