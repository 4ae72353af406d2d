/**
 * Verifies exported histories from the command line, without the service.
 */
@NullMarked
package io.coachflow.eventlog.export;

import org.jspecify.annotations.NullMarked;
