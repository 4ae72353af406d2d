/**
 * Figures over all sessions: how far they get, how long each step takes, and what models
 * cost.
 */
@NullMarked
package io.coachflow.query.analytics;

import org.jspecify.annotations.NullMarked;
