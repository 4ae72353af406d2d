/**
 * The five agents: their tasks, their results, and the rules for results.
 */
@NullMarked
package io.coachflow.saga.agent;

import org.jspecify.annotations.NullMarked;
