package io.coachflow.command.session;

import java.time.Clock;
import java.util.Optional;

import io.coachflow.command.partner.HelpDrafter;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Has help drafted before its command is sent, outside any unit of work, and only if the
 * session would give it: no tokens are spent on refused or repeated requests.
 */
@Component
class HelpBeforeCommand {

	private final Optional<HelpDrafter> drafter;

	private final EventStore events;

	private final SessionDecider decider;

	private final Clock clock;

	HelpBeforeCommand(ObjectProvider<HelpDrafter> drafter, EventStore events, SessionDecider decider, Clock clock) {
		this.drafter = Optional.ofNullable(drafter.getIfAvailable());
		this.events = events;
		this.decider = decider;
		this.clock = clock;
	}

	/** The command, with a draft if there is one in time. */
	AskForHelp on(AskForHelp command) {
		return this.drafter
			.flatMap((asked) -> asked.draft(() -> this.decider
				.helpFor(SessionHistory.read(this.events, command.sessionId()), command, this.clock.instant())))
			.map(command::with)
			.orElse(command);
	}

}
