package io.coachflow.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.enrichment.Brief;

/**
 * What follows a completed session.
 *
 * @param summary how the package stood when this was told
 */
public record FollowUp(Brief brief, @JsonProperty("package") PackageSummary summary) {
}
