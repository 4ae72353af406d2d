/**
 * The recent writes through this node, so that its users read their own writes.
 */
@NullMarked
package io.coachflow.query.recent;

import org.jspecify.annotations.NullMarked;
