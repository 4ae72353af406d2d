/**
 * Histories: every event of a session, what it added up to at any point, and what changed
 * in between.
 */
@NullMarked
package io.coachflow.query.history;

import org.jspecify.annotations.NullMarked;
