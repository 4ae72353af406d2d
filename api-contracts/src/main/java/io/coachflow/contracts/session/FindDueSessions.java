package io.coachflow.contracts.session;

import java.time.Instant;

/**
 * Asks for the ids of live sessions whose time is up, in the order of their ids; answered
 * by a list of strings.
 *
 * @param now sessions that expire at this moment or before
 * @param after only ids after this one; empty to begin
 * @param limit how many at most
 */
public record FindDueSessions(Instant now, String after, int limit) {
}
