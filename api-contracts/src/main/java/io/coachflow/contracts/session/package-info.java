/**
 * The coaching session's published language: its events, its commands and what they
 * answer.
 */
@NullMarked
package io.coachflow.contracts.session;

import org.jspecify.annotations.NullMarked;
