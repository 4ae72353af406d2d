package io.coachflow.query.businesspackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.OfAgent;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.rest.AgentTransition;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.query.view.ViewLog.Happened;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history of a package for one client, and gives each change of an agent once.
 */
final class PackageReader {

	private final long lastSent;

	private @Nullable PackageView view;

	/**
	 * Starts before the first event.
	 * @param lastSent the sequence of the last event that the client has; -1 for none
	 */
	PackageReader(long lastSent) {
		this.lastSent = lastSent;
	}

	/** The sequence of the last event read; -1 before the first. */
	long sequence() {
		return (this.view != null) ? this.view.sequence() : -1;
	}

	/**
	 * Applies the next events, and gives the changes that the client does not have yet.
	 */
	List<AgentTransition> read(List<Happened<BusinessPackageEvent>> happened) {
		List<AgentTransition> transitions = new ArrayList<>();
		for (Happened<BusinessPackageEvent> it : happened) {
			PackageView before = this.view;
			PackageView after = PackageView.after(before, it.event(), it.sequence(), it.time());
			this.view = after;
			if (before != null && it.event() instanceof OfAgent event && it.sequence() > this.lastSent) {
				AgentView agent = after.agent(event.agent());
				if (!agent.equals(before.agent(event.agent()))) {
					transitions.add(new AgentTransition(event.agent(), it.sequence(), agent));
				}
			}
		}
		return transitions;
	}

	/** The package, once all agents are settled. */
	Optional<PackageView> settled() {
		return Optional.ofNullable(this.view).filter((it) -> it.status() != PackageStatus.RUNNING);
	}

}
