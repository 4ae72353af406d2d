/**
 * Figures on all sessions together: how far they come, how long steps take, what models
 * cost.
 */
@NullMarked
package io.coachflow.query.analytics;

import org.jspecify.annotations.NullMarked;
