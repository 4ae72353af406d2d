package io.coachflow.console.api;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApiPathTests {

	@Test
	void whatIsNotGivenIsLeftOutAndTheRestIsEncoded() {
		assertThat(ApiPath.of("/a").query("q", "crêpes & co").query("none", null).query("blank", " ").query("n", 5))
			.hasToString("/a?q=cr%C3%AApes%20%26%20co&n=5");
	}

}
