/**
 * Histories: the events of a session, its state at any point, and what changed between
 * two points.
 */
@NullMarked
package io.coachflow.query.history;

import org.jspecify.annotations.NullMarked;
