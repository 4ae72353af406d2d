/**
 * One session, read back: its view in Redis, rebuilt from the log where Redis has lost
 * it.
 */
@NullMarked
package io.coachflow.query.session;

import org.jspecify.annotations.NullMarked;
