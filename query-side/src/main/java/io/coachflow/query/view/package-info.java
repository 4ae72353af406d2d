/**
 * Views of sessions and packages: folded from the log, kept in Redis, and found as of
 * their last committed event.
 */
@NullMarked
package io.coachflow.query.view;

import org.jspecify.annotations.NullMarked;
