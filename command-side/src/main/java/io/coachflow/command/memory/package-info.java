/**
 * Remembers aggregates between commands, and tells when the log has gone on.
 */
@NullMarked
package io.coachflow.command.memory;

import org.jspecify.annotations.NullMarked;
