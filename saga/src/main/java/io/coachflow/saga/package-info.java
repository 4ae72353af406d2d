/**
 * Follows up on completed sessions.
 */
@NullMarked
package io.coachflow.saga;

import org.jspecify.annotations.NullMarked;
