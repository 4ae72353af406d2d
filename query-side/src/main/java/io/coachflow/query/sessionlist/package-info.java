/**
 * A user's sessions, newest first, in PostgreSQL.
 */
@NullMarked
package io.coachflow.query.sessionlist;

import org.jspecify.annotations.NullMarked;
