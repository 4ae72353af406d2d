package io.coachflow.query.projection;

import io.coachflow.contracts.node.Stopping;
import io.coachflow.eventlog.processor.ProcessorFailures;
import io.coachflow.query.projection.SlotClaims.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records the failures of slots, and logs the first of a row.
 */
@Component
class SlotFailures {

	private static final Logger logger = LoggerFactory.getLogger(SlotFailures.class);

	private final ProcessorFailures failures;

	private final Stopping stopping;

	SlotFailures(ProcessorFailures failures, Stopping stopping) {
		this.failures = failures;
		this.stopping = stopping;
	}

	/** Records that the batch after the claim's position failed and will be retried. */
	void failed(Claim claim, RuntimeException ex) {
		// Work that a stopping node breaks off has not failed
		if (this.stopping.isStopping()) {
			return;
		}
		if (claim.slot().error() == null) {
			logger.warn("{} cannot go on after position {} and tries again each second: {}", claim.slot().getName(),
					claim.index(), ex.toString());
		}
		claim.slot().failed(ex);
		this.failures.record(claim.slot().getName(), ex, claim.index() + 1);
	}

}
