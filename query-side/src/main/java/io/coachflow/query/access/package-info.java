/**
 * The scopes of the caller's token, and the log of what auditors read.
 */
@NullMarked
package io.coachflow.query.access;

import org.jspecify.annotations.NullMarked;
