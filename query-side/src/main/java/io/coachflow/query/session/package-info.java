/**
 * Reading one session: its view in Redis, or folded from the log if Redis lacks it.
 */
@NullMarked
package io.coachflow.query.session;

import org.jspecify.annotations.NullMarked;
