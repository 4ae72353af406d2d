/**
 * Read models that can be built again beside the live one, and who serves which of the
 * two.
 */
@NullMarked
package io.coachflow.query.projection;

import org.jspecify.annotations.NullMarked;
