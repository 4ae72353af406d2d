package io.coachflow.saga.enrichment;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells packages how their agents get on, and waits until that is durable. Five agents
 * may end at once on five nodes: whoever was overtaken tells it again.
 */
@Component
class AgentReporter {

	private static final String TRACE = "traceId";

	private static final int TRIES = 10;

	private static final int LONGEST_PAUSE_MILLIS = 25;

	/** A result may have cost money: a log that is away for a moment must not lose it. */
	private static final int PATIENT_TRIES = 5;

	private static final int FIRST_WAIT_MILLIS = 200;

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
		for (int tries = 1;; tries++) {
			try {
				send(report, trace);
				return;
			}
			catch (AggregateNotFoundException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				if (tries == PATIENT_TRIES) {
					throw ex;
				}
				pause(FIRST_WAIT_MILLIS << tries, ex);
			}
		}
	}

	private @Nullable Object send(Report report, @Nullable String trace) {
		for (int tries = 1;; tries++) {
			try {
				Map<String, ?> metadata = (trace != null) ? Map.of(TRACE, trace) : Map.of();
				return this.gate.through(() -> this.commands
					.sendAndWait(GenericCommandMessage.asCommandMessage(report).andMetaData(metadata)));
			}
			catch (ConcurrencyException ex) {
				if (tries == TRIES) {
					throw ex;
				}
				pause(LONGEST_PAUSE_MILLIS * tries, ex);
			}
		}
	}

	private static void pause(int longestMillis, RuntimeException reason) {
		try {
			Thread.sleep(ThreadLocalRandom.current().nextInt(1, longestMillis));
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw reason;
		}
	}

}
