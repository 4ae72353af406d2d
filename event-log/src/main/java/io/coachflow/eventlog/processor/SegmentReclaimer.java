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
 * Takes up segments of event processors that stand still. After each failed batch Axon
 * leaves a segment alone for twice as long, up to a minute; a database that is back must
 * not find the projections asleep.
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
			logger.debug("The tokens of {} are out of reach", processor.getName(), ex);
		}
	}

}
