package io.coachflow.command.idempotency;

import io.coachflow.contracts.rest.FollowUp;
import io.coachflow.contracts.session.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reply to a request, which repetitions of the request get again.
 *
 * @param followUp sent with the reply to a completion; null otherwise
 */
public record IdempotentReply(Reply reply, @Nullable FollowUp followUp) {

	private static final String FOLLOW_UP = "follow_up";

	// Next to the reply's own fields: older rows and older nodes know only those
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

	/** A reply stored by an earlier version may lack numbers that were added since. */
	private static <T> T read(JsonMapper mapper, JsonNode json, Class<T> type) {
		return mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).readValue(json);
	}

}
