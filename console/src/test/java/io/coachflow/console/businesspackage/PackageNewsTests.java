package io.coachflow.console.businesspackage;

import java.util.Locale;
import java.util.Objects;

import io.coachflow.console.live.Fragments;
import io.coachflow.console.live.LiveEvent;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

class PackageNewsTests {

	private static final String RUNNING = """
			{"agent":"logo","sequence":3,"state":"running","generation":1,"attempts":1,
			"stale_because":[],"stale":false}""";

	private final Fragments fragments = Mockito.mock(Fragments.class);

	private final PackageNews news = new PackageNews(this.fragments, Samples.JSON);

	@Test
	void theChangeOfAnAgentBecomesItsCard() {
		LiveEvent told = told("agent", RUNNING);

		assertThat(told).isEqualTo(new LiveEvent("3", "agent-logo", "<article/>"));
	}

	@Test
	void aResultIsToldAsSuchSoThatThePageAsksForIt() {
		LiveEvent told = told("agent", RUNNING.replace("running", "succeeded"));

		assertThat(Objects.requireNonNull(told).name()).isEqualTo("done-logo");
	}

	@Test
	void theWholePackageIsAskedForNotSent() {
		assertThat(told("package", "{\"much\":\"text\"}")).isEqualTo(new LiveEvent("3", "package", "package"));
	}

	@Test
	void whatThePageDoesNotKnowIsLeftOut() {
		assertThat(told("agent", RUNNING.replace("logo", "astrologer"))).isNull();
		assertThat(told("weather", "{}")).isNull();
	}

	private LiveEvent told(String name, String data) {
		Mockito.when(this.fragments.render(ArgumentMatchers.eq("console/package/agents"), ArgumentMatchers.eq("card"),
				ArgumentMatchers.anyMap(), ArgumentMatchers.eq(Locale.FRENCH)))
			.thenReturn("<article/>");
		return this.news.forPage("s", new LiveEvent("3", name, data), Locale.FRENCH);
	}

}
