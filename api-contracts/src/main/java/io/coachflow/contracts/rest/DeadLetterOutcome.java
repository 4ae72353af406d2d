package io.coachflow.contracts.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What became of the letters of one session or package.
 *
 * @param handled how many letters left: handled in their order, or thrown away
 * @param remaining how many wait; the first of them failed again
 */
@Schema(example = """
		{"projection": "session-list", "handled": 2, "remaining": 0}""")
public record DeadLetterOutcome(String projection, long handled, long remaining) {
}
