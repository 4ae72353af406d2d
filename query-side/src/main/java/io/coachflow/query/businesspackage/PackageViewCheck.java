package io.coachflow.query.businesspackage;

import java.util.List;
import java.util.Optional;

import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.query.projection.BySlot;
import io.coachflow.query.selfaudit.ReadModelCheck;
import io.coachflow.query.view.ViewLog;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class PackageViewCheck implements ReadModelCheck {

	private final BySlot<PackageTable> tables;

	private final ViewLog<BusinessPackageEvent, PackageView> log;

	private final JsonMapper mapper;

	PackageViewCheck(BySlot<PackageTable> tables, ViewLog<BusinessPackageEvent, PackageView> log, JsonMapper mapper) {
		this.tables = tables;
		this.log = log;
		this.mapper = mapper;
	}

	@Override
	public String readModel() {
		return PackageConfiguration.READ_MODEL;
	}

	@Override
	public List<String> differences(DomainEventMessage<?> event) {
		if (!(event.getPayload() instanceof BusinessPackageEvent payload)) {
			return List.of();
		}
		Optional<PackageView> kept = this.tables.live().find(payload.sessionId());
		if (kept.isEmpty() || kept.get().sequence() < event.getSequenceNumber()) {
			return List.of("missing");
		}
		Optional<PackageView> folded = this.log.fold(payload.sessionId());
		boolean comparable = folded.isPresent() && folded.get().sequence() == kept.get().sequence();
		// As JSON: equal prices may differ in scale as objects
		return (comparable
				&& !this.mapper.valueToTree(folded.get()).equals((Object) this.mapper.valueToTree(kept.get())))
						? List.of("view") : List.of();
	}

}
