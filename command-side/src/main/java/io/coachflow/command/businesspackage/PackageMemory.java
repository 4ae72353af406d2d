package io.coachflow.command.businesspackage;

import io.coachflow.command.memory.AggregateCache;
import org.springframework.stereotype.Component;

/**
 * The cache of package aggregates.
 */
@Component(PackageMemory.NAME)
class PackageMemory extends AggregateCache {

	static final String NAME = "packageMemory";

	/** One or two kilobytes each. */
	private static final int MAX_PACKAGES = 2_000;

	PackageMemory() {
		super(MAX_PACKAGES);
	}

}
