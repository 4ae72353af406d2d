/**
 * Binds idempotency keys to requests, and stores their replies.
 */
@NullMarked
package io.coachflow.command.idempotency;

import org.jspecify.annotations.NullMarked;
