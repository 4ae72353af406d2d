package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.Brief;

/**
 * The follow-up of a completed session: its brief and its package.
 *
 * @param summary the state of the package at the time of this reply
 */
public record FollowUp(Brief brief, @JsonProperty("package") PackageSummary summary) {
}
