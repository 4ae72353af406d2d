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
 * Tells packages how their agents get on, and waits until that is durable.
 */
@Component
class AgentReporter {

	private static final String TRACE = "traceId";

	/** Five agents may end at once on five nodes: who is overtaken tells it again. */
	private static final RetryTemplate OVERTAKEN = new RetryTemplate(RetryPolicy.builder()
		.predicate(ConcurrencyException.class::isInstance)
		.maxRetries(9)
		.delay(Duration.ofMillis(13))
		.jitter(Duration.ofMillis(12))
		.multiplier(1.3)
		.build());

	/** A result may have cost money: a log that is away for a moment must not lose it. */
	private static final RetryTemplate LOG_AWAY = new RetryTemplate(RetryPolicy.builder()
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
	 * Tells that an attempt begins.
	 * @return whether it is still wanted
	 * @throws AggregateNotFoundException if there is no such package
	 */
	boolean start(AgentJob job) {
		return Boolean.TRUE
			.equals(send(new StartAgent(job.packageId(), job.agent(), job.generation(), job.attempt()), job.trace()));
	}

	/**
	 * Tells how an attempt ended, more patiently than {@link #start}.
	 * @throws AggregateNotFoundException if there is no such package
	 */
	void end(Report report, @Nullable String trace) {
		LOG_AWAY.invoke(() -> {
			send(report, trace);
		});
	}

	private @Nullable Object send(Report report, @Nullable String trace) {
		Map<String, ?> metadata = (trace != null) ? Map.of(TRACE, trace) : Map.of();
		return OVERTAKEN.<@Nullable Object>invoke(() -> this.gate.through(
				() -> this.commands.sendAndWait(GenericCommandMessage.asCommandMessage(report).andMetaData(metadata))));
	}

}
