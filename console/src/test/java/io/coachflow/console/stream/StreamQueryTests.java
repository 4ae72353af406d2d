package io.coachflow.console.stream;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamQueryTests {

	@Test
	void allGroupsAndUnknownOnesAreNoFilter() {
		assertThat(StreamQuery.of(null, List.of(StreamQuery.SESSIONS, StreamQuery.PACKAGES), null, null).apiPath())
			.isEqualTo("/api/v1/events");
		assertThat(StreamQuery.of(null, List.of("x"), " ", null).apiPath()).isEqualTo("/api/v1/events");
		assertThat(StreamQuery.of("MTo3", List.of(StreamQuery.PACKAGES), null, null).apiPath())
			.isEqualTo("/api/v1/events?after=MTo3&type=io.coachflow.package");
	}

	@Test
	void nothingThatWasTypedEndsTheQuotesOfACommand() {
		StreamQuery query = StreamQuery.of("'; rm -rf ~ #", null, "'$(id)'", null);
		assertThat(query.followCommand("http://localhost:8000")).doesNotContain("rm -rf")
			.doesNotContain("$(id)")
			.contains("Bearer $TOKEN");
		assertThat(query.pollCommand("http://localhost:8000")).doesNotContain("$(id)").contains("wait=30");
	}

}
