package io.coachflow.console.coach;

import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.contracts.rest.StartRequest;
import io.coachflow.contracts.session.Business;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a business as a form sends them.
 */
record BusinessForm(@Nullable String businessName, @Nullable String sector, @Nullable String city,
		@Nullable String country) {

	/** The form before anything is known. */
	static final BusinessForm EMPTY = new BusinessForm(null, null, null, null);

	static BusinessForm of(Business business) {
		return new BusinessForm(business.name(), business.sector(), business.city(), business.country());
	}

	/** The facts; a blank field is none. */
	Business business() {
		return new Business(FormText.given(this.businessName), FormText.given(this.sector), FormText.given(this.city),
				FormText.given(this.country));
	}

	StartRequest start() {
		Business told = business();
		return new StartRequest(null, told.name(), told.sector(), told.city(), told.country());
	}

	/**
	 * The change to what is known: only facts that differ, so that one which another
	 * window changed meanwhile stays. A field that was emptied takes its fact away.
	 * @param shown what the form showed
	 */
	Map<String, @Nullable String> changes(BusinessForm shown) {
		Business told = business();
		Business before = shown.business();
		Map<String, @Nullable String> changes = new LinkedHashMap<>();
		told.differences(before).forEach((fact) -> changes.put(fact.id(), fact.in(told)));
		return changes;
	}

}
