/**
 * Remembers which request each idempotency key of a user stands for.
 */
@NullMarked
package io.coachflow.command.idempotency;

import org.jspecify.annotations.NullMarked;
