/**
 * Makes the business package of each completed session: a saga dispatches, and durable
 * jobs run the agents.
 */
@NullMarked
package io.coachflow.saga.enrichment;

import org.jspecify.annotations.NullMarked;
