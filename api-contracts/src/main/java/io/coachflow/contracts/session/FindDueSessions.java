package io.coachflow.contracts.session;

import java.time.Instant;

/**
 * A query for the ids of live sessions that are due to expire, in the order of their ids;
 * returns a list of strings.
 *
 * @param now sessions that expire at this moment or before
 * @param after only ids after this one; empty to start from the first
 * @param limit the largest number of ids
 */
public record FindDueSessions(Instant now, String after, int limit) {
}
