package io.coachflow.eventlog.processor;

import java.util.List;

import io.coachflow.contracts.node.Stopping;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Claims the segments that no node works on. After each failed batch Axon doubles the
 * pause of a segment, up to a minute, but projections should continue as soon as the
 * database is back.
 */
@Component
class SegmentReclaimer {

	private static final Logger logger = LoggerFactory.getLogger(SegmentReclaimer.class);

	private final EventProcessingConfiguration processing;

	private final TokenStore tokens;

	private final TransactionManager transactions;

	private final Stopping stopping;

	SegmentReclaimer(EventProcessingConfiguration processing, TokenStore tokens, TransactionManager transactions,
			Stopping stopping) {
		this.processing = processing;
		this.tokens = tokens;
		this.transactions = transactions;
		this.stopping = stopping;
	}

	@Scheduled(fixedDelay = 3000)
	void reclaim() {
		this.processing.eventProcessors()
			.values()
			.stream()
			.filter(StreamingEventProcessor.class::isInstance)
			.map(StreamingEventProcessor.class::cast)
			.filter(StreamingEventProcessor::isRunning)
			.forEach(this::reclaim);
	}

	private void reclaim(StreamingEventProcessor processor) {
		if (this.stopping.isStopping()) {
			return;
		}
		try {
			List<Segment> claimable = this.transactions
				.fetchInTransaction(() -> this.tokens.fetchAvailableSegments(processor.getName()));
			claimable.stream()
				.map(Segment::getSegmentId)
				.filter((segment) -> !processor.processingStatus().containsKey(segment))
				.forEach(processor::claimSegment);
		}
		catch (RuntimeException ex) {
			logger.debug("The tokens of {} cannot be read", processor.getName(), ex);
		}
	}

}
