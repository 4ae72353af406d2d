package io.coachflow.saga.enrichment;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes jobs as JSON; reads them as what the task says they are, never as what a row
 * says.
 */
class JobSerializer implements Serializer {

	private final JsonMapper mapper = JsonMapper.builder()
		// What an earlier version left may lack a number that was added since
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	@Override
	public byte[] serialize(Object data) {
		return this.mapper.writeValueAsBytes(data);
	}

	@Override
	public <T> T deserialize(Class<T> type, byte[] stored) {
		return this.mapper.readValue(stored, type);
	}

}
