package io.coachflow.command.idempotency;

import io.coachflow.contracts.rest.FollowUp;
import io.coachflow.contracts.session.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request was told, all of which a repetition is told again.
 *
 * @param followUp what came with the reply to a completion
 */
public record IdempotentReply(Reply reply, @Nullable FollowUp followUp) {

	private static final String FOLLOW_UP = "follow_up";

	// Beside the reply's own fields: rows from before, and nodes from before, know those
	// alone
	byte[] write(JsonMapper mapper) {
		ObjectNode json = mapper.valueToTree(this.reply);
		if (this.followUp != null) {
			json.set(FOLLOW_UP, mapper.valueToTree(this.followUp));
		}
		return mapper.writeValueAsBytes(json);
	}

	static IdempotentReply read(byte[] stored, JsonMapper mapper) {
		ObjectNode json = (ObjectNode) mapper.readTree(stored);
		JsonNode followUp = json.remove(FOLLOW_UP);
		return new IdempotentReply(read(mapper, json, Reply.class),
				(followUp != null) ? read(mapper, followUp, FollowUp.class) : null);
	}

	/** What an earlier version kept may lack a number that was added since. */
	private static <T> T read(JsonMapper mapper, JsonNode json, Class<T> type) {
		return mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).readValue(json);
	}

}
