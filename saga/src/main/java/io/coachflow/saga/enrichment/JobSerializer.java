package io.coachflow.saga.enrichment;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads jobs as JSON. The type comes from the task, never from the row.
 */
class JobSerializer implements Serializer {

	private final JsonMapper mapper = JsonMapper.builder()
		// A row of an earlier version may lack a number that was added since
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
