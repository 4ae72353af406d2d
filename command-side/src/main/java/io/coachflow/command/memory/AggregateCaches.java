package io.coachflow.command.memory;

import org.axonframework.common.caching.Cache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A cache for each kind of aggregate; aggregates name theirs.
 */
@Configuration(proxyBeanMethods = false)
public class AggregateCaches {

	/**
	 * The cache of the sessions: of their states, with Axon Server of their aggregates.
	 */
	public static final String SESSIONS = "sessionCache";

	/** The cache of the packages. */
	public static final String PACKAGES = "packageCache";

	/** An aggregate takes at most some tens of kilobytes. */
	private static final int CAPACITY = 2_000;

	@Bean(SESSIONS)
	public Cache sessionCache() {
		return new AggregateCache(CAPACITY);
	}

	@Bean(PACKAGES)
	Cache packageCache() {
		return new AggregateCache(CAPACITY);
	}

}
