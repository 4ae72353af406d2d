package io.coachflow.console.figures;

import java.util.Locale;
import java.util.Map;

import io.coachflow.console.figures.Funnel.Completion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FunnelTests {

	@Test
	void aShareNeedsEnoughSessions() {
		assertThat(funnel(9).share(3, Locale.ENGLISH)).isNull();
		assertThat(funnel(10).share(3, Locale.ENGLISH)).isEqualTo("30");
		assertThat(funnel(0).helpEach(Locale.ENGLISH)).isNull();
	}

	@Test
	void completionIsToldApartForThoseWhoWereAskedBackOrHelped() {
		assertThat(funnel(20).completions()).containsExactly(new Completion("all", 20, 3),
				new Completion("clarified", 4, 2), new Completion("helped", 10, 5));
		assertThat(funnel(20).completions().stream().map((it) -> it.share(Locale.ENGLISH))).containsExactly("15", null,
				"50");
	}

	private static Funnel funnel(long started) {
		return new Funnel("x", started, Map.of("vision", started), 4, 3, 0, 0, 0, 0, 10, 5, 2);
	}

}
