/**
 * Proves that a history is as it was written.
 */
@NullMarked
package io.coachflow.eventlog.integrity;

import org.jspecify.annotations.NullMarked;
