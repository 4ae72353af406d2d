package io.coachflow.command.businesspackage;

import java.time.Duration;

import io.coachflow.contracts.enrichment.BusinessPackageCommand.PackageOutcome;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends users' commands to packages. Five agents report at any moment, perhaps from
 * another node: whoever was overtaken is decided again on what is there now.
 */
@Component
class BusinessPackages {

	private static final RetryTemplate OVERTAKEN = new RetryTemplate(RetryPolicy.builder()
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
	 * Asks for the agent again. A package that has not been asked for yet is about to run
	 * all of them.
	 * @throws ApiException with {@link ErrorCode#CONFLICT} where others were faster each
	 * time, with {@link ErrorCode#PRECONDITION_FAILED} where the package is another than
	 * the client accepts
	 */
	void send(RegenerateAgent command) {
		try {
			OVERTAKEN.invoke(() -> sendOnce(command));
		}
		catch (ConcurrencyException _) {
			throw new ApiException(ErrorCode.CONFLICT, RegenerationApi.CONFLICT);
		}
	}

	private void sendOnce(RegenerateAgent command) {
		try {
			PackageOutcome outcome = this.commands.sendAndWait(command);
			if (outcome.generation() == null) {
				throw new ApiException(ErrorCode.PRECONDITION_FAILED, "The package is at sequence " + outcome.sequence()
						+ ", which If-Match does not name. Read the package and decide again.");
			}
		}
		catch (AggregateNotFoundException _) {
			if (command.expectedSequences() != null) {
				throw new ApiException(ErrorCode.PRECONDITION_FAILED,
						"The package has not begun, so it has no state that If-Match could name. Read the package and decide again.");
			}
		}
	}

}
