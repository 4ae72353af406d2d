package io.coachflow.saga.enrichment;

import java.time.Duration;
import java.util.Map;

import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Reports attempts to their packages, and waits until the report is durable.
 */
@Component
class AgentReporter {

	/**
	 * Five agents may end at once on five nodes: a report is retried on a version
	 * conflict.
	 */
	private static final RetryTemplate ON_CONFLICT = new RetryTemplate(RetryPolicy.builder()
		.predicate(ConcurrencyException.class::isInstance)
		.maxRetries(9)
		.delay(Duration.ofMillis(13))
		.jitter(Duration.ofMillis(12))
		.multiplier(1.3)
		.build());

	/** A result may have cost money, so it must survive a short outage of the log. */
	private static final RetryTemplate ON_OUTAGE = new RetryTemplate(RetryPolicy.builder()
		.predicate((failure) -> failure instanceof RuntimeException && !(failure instanceof AggregateNotFoundException))
		.maxRetries(4)
		.delay(Duration.ofMillis(200))
		.jitter(Duration.ofMillis(199))
		.multiplier(2)
		.build());

	private final CommandGateway commands;

	private final StoreBulkhead gate;

	AgentReporter(CommandGateway commands, StoreBulkhead gate) {
		this.commands = commands;
		this.gate = gate;
	}

	/**
	 * Reports that an attempt begins.
	 * @return whether the package still wants it
	 * @throws AggregateNotFoundException if there is no such package
	 */
	boolean start(AgentJob job) {
		return Boolean.TRUE
			.equals(send(new StartAgent(job.packageId(), job.agent(), job.generation(), job.attempt()), job.trace()));
	}

	/**
	 * Reports how an attempt ended; retries for longer than {@link #start}.
	 * @throws AggregateNotFoundException if there is no such package
	 */
	void end(Report report, @Nullable String trace) {
		ON_OUTAGE.invoke(() -> {
			send(report, trace);
		});
	}

	private @Nullable Object send(Report report, @Nullable String trace) {
		Map<String, ?> metadata = (trace != null) ? Map.of(EnrichmentSaga.TRACE, trace) : Map.of();
		return ON_CONFLICT.<@Nullable Object>invoke(() -> this.gate.through(
				() -> this.commands.sendAndWait(GenericCommandMessage.asCommandMessage(report).andMetaData(metadata))));
	}

}
