package io.coachflow.command.businesspackage;

import java.util.concurrent.ThreadLocalRandom;

import io.coachflow.contracts.enrichment.BusinessPackageCommand.PackageOutcome;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * Sends users' commands to packages. Five agents report at any moment, perhaps from
 * another node: whoever was overtaken is decided again on what is there now.
 */
@Component
class BusinessPackages {

	private static final int TRIES = 10;

	private static final int LONGEST_PAUSE_MILLIS = 20;

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
		for (int tries = 1; tries <= TRIES; tries++) {
			try {
				PackageOutcome outcome = this.commands.sendAndWait(command);
				if (outcome.generation() == null) {
					throw new ApiException(ErrorCode.PRECONDITION_FAILED,
							"The package is at sequence " + outcome.sequence()
									+ ", which If-Match does not name. Read the package and decide again.");
				}
				return;
			}
			catch (AggregateNotFoundException _) {
				if (command.expectedSequences() != null) {
					throw new ApiException(ErrorCode.PRECONDITION_FAILED,
							"The package has not begun, so it has no state that If-Match could name. Read the package and decide again.");
				}
				return;
			}
			catch (ConcurrencyException _) {
				pause();
			}
		}
		throw new ApiException(ErrorCode.CONFLICT, "The package changed at the same moment. Ask again.");
	}

	private static void pause() {
		try {
			Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The service is stopping", ex);
		}
	}

}
