/**
 * Sees to it that each completed session gets its business package: a saga that
 * dispatches, and durable jobs that run the agents.
 */
@NullMarked
package io.coachflow.saga.enrichment;

import org.jspecify.annotations.NullMarked;
