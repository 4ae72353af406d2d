package io.coachflow.query.businesspackage;

import java.util.List;
import java.util.Optional;

import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.query.selfaudit.ReadModelCheck;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class PackageViewCheck implements ReadModelCheck {

	private final PackageStores stores;

	private final PackageLog log;

	private final JsonMapper mapper;

	PackageViewCheck(PackageStores stores, PackageLog log, JsonMapper mapper) {
		this.stores = stores;
		this.log = log;
		this.mapper = mapper;
	}

	@Override
	public String readModel() {
		return PackageStores.NAME;
	}

	@Override
	public List<String> differences(DomainEventMessage<?> event) {
		if (!(event.getPayload() instanceof BusinessPackageEvent payload)) {
			return List.of();
		}
		Optional<PackageView> kept = this.stores.liveTable().find(payload.sessionId());
		if (kept.isEmpty() || kept.get().sequence() < event.getSequenceNumber()) {
			return List.of("missing");
		}
		Optional<PackageView> folded = this.log.fold(payload.sessionId(), null);
		boolean comparable = folded.isPresent() && folded.get().sequence() == kept.get().sequence();
		// As they are written: what is equal in numbers may differ in their form
		return (comparable
				&& !this.mapper.valueToTree(folded.get()).equals((Object) this.mapper.valueToTree(kept.get())))
						? List.of("view") : List.of();
	}

}
