package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.Brief;

/**
 * What follows a completed session.
 *
 * @param summary the state of the package at the time of this reply
 */
public record FollowUp(Brief brief, @JsonProperty("package") PackageSummary summary) {
}
