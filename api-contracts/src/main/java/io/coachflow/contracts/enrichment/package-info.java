/**
 * The published language of business packages: briefs, agents' results, commands and
 * events.
 */
@NullMarked
package io.coachflow.contracts.enrichment;

import org.jspecify.annotations.NullMarked;
