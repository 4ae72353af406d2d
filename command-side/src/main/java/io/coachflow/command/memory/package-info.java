/**
 * Caches aggregates between commands, and detects stale ones.
 */
@NullMarked
package io.coachflow.command.memory;

import org.jspecify.annotations.NullMarked;
