package io.coachflow.command.businesspackage;

import java.time.Duration;

import io.coachflow.contracts.enrichment.BusinessPackageCommand;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.PackageOutcome;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgents;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.ReviseBrief;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends users' commands to packages. Agents report at the same time, also from other
 * nodes, so commands are retried on a version conflict.
 */
@Component
class BusinessPackages {

	private static final RetryTemplate RETRY_ON_CONFLICT = new RetryTemplate(RetryPolicy.builder()
		.predicate(ConcurrencyException.class::isInstance)
		.maxRetries(9)
		.delay(Duration.ofMillis(10))
		.jitter(Duration.ofMillis(9))
		.build());

	private final CommandGateway commands;

	BusinessPackages(CommandGateway commands) {
		this.commands = commands;
	}

	/**
	 * Runs the agent again. Does nothing if the package was not requested yet: it is
	 * about to run all agents.
	 * @throws ApiException with {@link ErrorCode#CONFLICT} if the retries are used up,
	 * with {@link ErrorCode#PRECONDITION_FAILED} if the client does not accept the
	 * package's sequence
	 */
	void send(RegenerateAgent command) {
		send(command, command.expectedSequences() != null);
	}

	/**
	 * Runs the agents again, as {@link #send(RegenerateAgent)} does.
	 */
	void send(RegenerateAgents command) {
		send(command, command.expectedSequences() != null);
	}

	/** Brings the package's brief up to date; does nothing if there is no package yet. */
	void send(ReviseBrief command) {
		try {
			RETRY_ON_CONFLICT.invoke(() -> this.commands.sendAndWait(command));
		}
		catch (AggregateNotFoundException _) {
			// Its first brief will be that of the session as it is
		}
	}

	private void send(BusinessPackageCommand command, boolean conditional) {
		try {
			RETRY_ON_CONFLICT.invoke(() -> sendOnce(command, conditional));
		}
		catch (ConcurrencyException _) {
			throw new ApiException(ErrorCode.CONFLICT, RegenerationApi.CONFLICT);
		}
	}

	private void sendOnce(BusinessPackageCommand command, boolean conditional) {
		try {
			PackageOutcome outcome = this.commands.sendAndWait(command);
			if (outcome.generation() == null) {
				throw new ApiException(ErrorCode.PRECONDITION_FAILED, "The package is at sequence " + outcome.sequence()
						+ ", which If-Match does not name. Read the package and decide again.");
			}
		}
		catch (AggregateNotFoundException _) {
			if (conditional) {
				throw new ApiException(ErrorCode.PRECONDITION_FAILED,
						"The package has not begun, so it has no state that If-Match could name. Read the package and decide again.");
			}
		}
	}

}
