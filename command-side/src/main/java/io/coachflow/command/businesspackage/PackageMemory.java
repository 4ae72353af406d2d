package io.coachflow.command.businesspackage;

import io.coachflow.command.memory.AggregateCache;
import org.springframework.stereotype.Component;

/**
 * The packages at work.
 */
@Component(PackageMemory.NAME)
class PackageMemory extends AggregateCache {

	static final String NAME = "packageMemory";

	/** A kilobyte or two each. */
	private static final int MAX_PACKAGES = 2_000;

	PackageMemory() {
		super(MAX_PACKAGES);
	}

}
