package io.coachflow.contracts.session;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A fact about the business that a client may tell, change or take away.
 */
public enum Fact {

	BUSINESS_NAME("business_name") {

		@Override
		public @Nullable String in(Business business) {
			return business.name();
		}

	},

	SECTOR("sector") {

		@Override
		public @Nullable String in(Business business) {
			return business.sector();
		}

	},

	CITY("city") {

		@Override
		public @Nullable String in(Business business) {
			return business.city();
		}

	},

	COUNTRY("country") {

		@Override
		public @Nullable String in(Business business) {
			return business.country();
		}

	};

	private final String id;

	Fact(String id) {
		this.id = id;
	}

	/** The name in requests, responses and events. */
	@JsonValue
	public String id() {
		return this.id;
	}

	/** What is known; null if it is not. */
	public abstract @Nullable String in(Business business);

}
