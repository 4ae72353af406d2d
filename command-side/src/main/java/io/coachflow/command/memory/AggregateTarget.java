package io.coachflow.command.memory;

import io.coachflow.contracts.enrichment.BusinessPackageCommand;
import io.coachflow.contracts.session.CoachingSessionCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/**
 * Finds a command's aggregate without searching the command's class for annotations each
 * time. Axon uses the single bean of this type for all aggregates.
 */
@Component
class AggregateTarget implements CommandTargetResolver {

	@Override
	public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
		String id = switch (command.getPayload()) {
			case CoachingSessionCommand it -> it.sessionId();
			case BusinessPackageCommand it -> it.packageId();
			default ->
				throw new IllegalArgumentException("No aggregate handles a " + command.getPayloadType().getName());
		};
		return new VersionedAggregateIdentifier((Object) id, null);
	}

}
