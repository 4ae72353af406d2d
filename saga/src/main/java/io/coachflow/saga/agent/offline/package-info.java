/**
 * The five agents by rules: from the answers, what is known of the sector and the place,
 * and arithmetic. No model, no network, and the same brief gives the same package.
 */
@NullMarked
package io.coachflow.saga.agent.offline;

import org.jspecify.annotations.NullMarked;
