package io.coachflow.command.memory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AggregateCacheTests {

	private final AggregateCache cache = new AggregateCache(2);

	@Test
	void theLeastRecentlyUsedAggregateIsEvicted() {
		this.cache.put("first", 1);
		this.cache.put("second", 2);
		assertThat(this.cache.<String, Integer>get("first")).isEqualTo(1);

		this.cache.put("third", 3);

		assertThat(this.cache.containsKey("first")).isTrue();
		assertThat(this.cache.containsKey("second")).isFalse();
		assertThat(this.cache.containsKey("third")).isTrue();
	}

	@Test
	void anAggregateWithoutAnIdIsNotKept() {
		this.cache.put(null, 1);

		assertThat(this.cache.containsKey(null)).isFalse();
	}

}
