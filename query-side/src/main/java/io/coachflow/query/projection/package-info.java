/**
 * Read models that can be rebuilt beside the live one, and which of the two is live.
 */
@NullMarked
package io.coachflow.query.projection;

import org.jspecify.annotations.NullMarked;
