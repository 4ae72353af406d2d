package io.coachflow.saga.enrichment;

import java.nio.charset.StandardCharsets;

import io.coachflow.contracts.enrichment.Agent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobSerializerTests {

	private final JobSerializer serializer = new JobSerializer();

	@Test
	void aRowsJobReadsForEver() {
		String row = "{\"package_id\": \"p\", \"agent\": \"logo\", \"generation\": 2, \"failures\": 1, \"deaths\": 3, \"trace\": \"t\"}";
		AgentJob job = new AgentJob("p", Agent.LOGO, 2, 1, 3, "t");

		assertThat(this.serializer.deserialize(AgentJob.class, row.getBytes(StandardCharsets.UTF_8))).isEqualTo(job);
		assertThat(this.serializer.deserialize(AgentJob.class, this.serializer.serialize(job))).isEqualTo(job);
		assertThat(job.attempt()).isEqualTo(5);
		assertThat(job.id()).isEqualTo("p:logo:2");
	}

}
