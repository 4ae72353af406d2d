/**
 * The write side of coaching sessions: the REST API, the decisions and the expiry.
 */
@NullMarked
package io.coachflow.command.session;

import org.jspecify.annotations.NullMarked;
