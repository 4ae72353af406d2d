package io.coachflow.contracts.session;

import java.time.Instant;

/**
 * Asks for the ids of live sessions whose time is up, longest overdue first; answered by
 * a list of strings.
 *
 * @param now sessions that expire at this moment or before
 * @param limit how many at most
 */
public record FindDueSessions(Instant now, int limit) {
}
