package io.coachflow.command.businesspackage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.coachflow.command.businesspackage.KnownPackages.Known;
import io.coachflow.command.memory.AggregateCaches;
import io.coachflow.command.memory.StaleStateCheck;
import io.coachflow.command.session.CompletedSessions;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.DelayAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.FailAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.PackageOutcome;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgents;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RequestPackage;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.ReviseBrief;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.SucceedAgent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.session.EventMetadata;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate: adapts the {@link PackageDecider} to Axon.
 */
@Aggregate(type = BusinessPackage.TYPE, cache = AggregateCaches.PACKAGES)
class BusinessPackage {

	/** The aggregate's type in the event log. */
	static final String TYPE = "BusinessPackage";

	@AggregateIdentifier
	private @Nullable String packageId;

	private PackageState state = PackageState.initial();

	BusinessPackage() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void handle(RequestPackage command, CompletedSessions sessions, BriefWriter writer) {
		if (this.state.isUnborn()) {
			sessions.find(command.sessionId())
				.ifPresent((session) -> record(
						PackageDecider.request(this.state, command, session.owner(), writer.write(session)), null));
		}
	}

	@CommandHandler
	PackageOutcome handle(RegenerateAgent command, StaleStateCheck freshness) {
		boolean accepted = command.accepts(this.state.sequence());
		happens(accepted ? PackageDecider.regenerate(this.state, command) : List.of(), command.userId(), freshness);
		return new PackageOutcome(accepted ? this.state.agent(command.agent()).generation() : null,
				this.state.sequence());
	}

	@CommandHandler
	PackageOutcome handle(RegenerateAgents command, StaleStateCheck freshness) {
		boolean accepted = command.accepts(this.state.sequence());
		happens(accepted ? PackageDecider.regenerate(this.state, command) : List.of(), command.userId(), freshness);
		return new PackageOutcome(accepted ? 0 : null, this.state.sequence());
	}

	/** A session that is deleted has no brief any more; its package stays. */
	@CommandHandler
	boolean handle(ReviseBrief command, CompletedSessions sessions, BriefWriter writer, KnownPackages packages,
			StaleStateCheck freshness) {
		Optional<CompletedSession> session = sessions.find(command.sessionId());
		Optional<Known> known = packages.of(command.sessionId());
		if (session.isPresent() && known.isPresent()) {
			Brief now = writer.write(session.get().in(this.state.language()));
			happens(PackageDecider.revise(this.state, known.get().brief(), now), session.get().owner(), freshness);
		}
		return this.state.status() == PackageStatus.RUNNING;
	}

	@CommandHandler
	boolean handle(StartAgent command, StaleStateCheck freshness) {
		report(command, freshness);
		return this.state.agent(command.agent()).wants(command.generation());
	}

	@CommandHandler
	void handle(DelayAgent command, StaleStateCheck freshness) {
		report(command, freshness);
	}

	@CommandHandler
	void handle(SucceedAgent command, StaleStateCheck freshness) {
		report(command, freshness);
	}

	@CommandHandler
	void handle(FailAgent command, StaleStateCheck freshness) {
		report(command, freshness);
	}

	@EventSourcingHandler
	void on(BusinessPackageEvent event, @SequenceNumber long sequence) {
		this.packageId = event.packageId();
		this.state = this.state.evolve(event, sequence);
	}

	/** Fails, since decisions on an incomplete history could be wrong. */
	@EventSourcingHandler
	void on(UnknownSerializedType event) {
		throw new IllegalStateException("The history holds an event of the type " + event.serializedType().getName()
				+ ", which this version cannot read: use the version that wrote it or a later one");
	}

	private void report(Report report, StaleStateCheck freshness) {
		happens(PackageDecider.report(this.state, report), null, freshness);
	}

	private void happens(List<BusinessPackageEvent> events, @Nullable String userId, StaleStateCheck freshness) {
		if (events.isEmpty()) {
			freshness.require(this.state.packageId(), this.state.sequence());
		}
		record(events, userId);
	}

	private void record(List<BusinessPackageEvent> events, @Nullable String userId) {
		events.forEach((event) -> AggregateLifecycle.apply(event, metadata(event, userId)));
	}

	private MetaData metadata(BusinessPackageEvent event, @Nullable String userId) {
		String language = (event instanceof PackageRequested it) ? it.brief().language() : this.state.language();
		MetaData metadata = MetaData.from(Map.of(EventMetadata.LANGUAGE, language));
		return (userId != null) ? metadata.and(EventMetadata.USER, userId) : metadata;
	}

}
