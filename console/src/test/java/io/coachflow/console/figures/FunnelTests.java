package io.coachflow.console.figures;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FunnelTests {

	@Test
	void aShareNeedsEnoughSessions() {
		assertThat(funnel(9).share(3, Locale.ENGLISH)).isNull();
		assertThat(funnel(10).share(3, Locale.ENGLISH)).isEqualTo("30");
		assertThat(funnel(0).helpEach(Locale.ENGLISH)).isNull();
	}

	private static Funnel funnel(long started) {
		return new Funnel("x", started, Map.of("vision", started), 0, 0, 0, 0, 0);
	}

}
