/**
 * What follows a completed session: the brief, five agents' results, and the business
 * package that they add up to.
 */
@NullMarked
package io.coachflow.contracts.enrichment;

import org.jspecify.annotations.NullMarked;
