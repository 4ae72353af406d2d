package io.coachflow.contracts.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The result of retrying or discarding the dead letters of one session or package.
 *
 * @param handled how many letters were handled, in their order, or discarded
 * @param remaining how many are left, the first of which failed again
 */
@Schema(example = """
		{"projection": "session-list", "handled": 2, "remaining": 0}""")
public record DeadLetterOutcome(String projection, long handled, long remaining) {
}
