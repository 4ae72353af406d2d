package io.coachflow.contracts.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The AsyncAPI document matches the published schemas and its examples are valid: the
 * parser of the AsyncAPI Initiative checks examples in version 2 only.
 */
class AsyncApiTests {

	private static final String SCHEMAS = "#/components/schemas/";

	private static final Path EVENTS = Path.of("src/main/resources/schemas/events");

	private final JsonNode document = JsonMapper.shared()
		.readTree(Path.of("src/main/resources/asyncapi/coachflow.json").toFile());

	@Test
	void eachPublishedTypeIsAMessageWithAPayloadOfItsOwnName() throws Exception {
		List<String> payloads = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (JsonNode message : messages()) {
			names.add(message.get("name").asString() + ".json");
			String payload = message.at("/payload/$ref").asString();
			assertThat(payload).startsWith(SCHEMAS);
			assertThat(schema(payload).get("title").asString()).isEqualTo(payload.substring(SCHEMAS.length()));
			payloads.add(payload);
		}
		assertThat(payloads).doesNotHaveDuplicates();
		try (Stream<Path> files = Files.list(EVENTS)) {
			assertThat(names)
				.containsExactlyInAnyOrderElementsOf(files.map((file) -> file.getFileName().toString()).toList());
		}
	}

	@Test
	void whatItSaysOfAnEventsDataIsItsPublishedSchema() {
		for (JsonNode message : messages()) {
			String data = schema(message.at("/payload/$ref").asString()).at("/allOf/1/properties/data/$ref").asString();
			ObjectNode published = (ObjectNode) JsonMapper.shared()
				.readTree(EVENTS.resolve(message.get("name").asString() + ".json").toFile());
			published.remove(List.of("$schema", "$id", "title"));
			ObjectNode told = (ObjectNode) schema(data);
			told.remove("title");
			assertThat(told).as(data).isEqualTo(published);
		}
	}

	@Test
	void eachMessageHasAnExampleThatItsPayloadAllows() {
		for (JsonNode message : messages()) {
			String name = message.get("name").asString();
			assertThat(message.get("examples")).as(name).isNotEmpty();
			for (JsonNode example : message.get("examples")) {
				assertThat(example.at("/payload/type").asString()).isEqualTo(name);
				assertThat(flaws(message, example.get("payload"))).as(name).isEmpty();
				ObjectNode wrong = ((ObjectNode) example.get("payload").deepCopy()).put("time", "yesterday");
				assertThat(flaws(message, wrong)).as(name).isNotEmpty();
				ObjectNode other = ((ObjectNode) example.get("payload").deepCopy()).put("type", "another");
				assertThat(flaws(message, other)).as(name).isNotEmpty();
			}
		}
	}

	@Test
	void theSameMessagesComeOverHttpAndOverKafka() {
		for (String channel : List.of("events", "topic")) {
			assertThat(this.document.at("/channels/" + channel + "/messages").propertyNames())
				.containsExactlyElementsOf(this.document.at("/components/messages").propertyNames());
		}
		assertThat(this.document.at("/servers/http/protocol").asString()).isEqualTo("http");
		assertThat(this.document.at("/channels/events/servers/0/$ref").asString()).isEqualTo("#/servers/http");
		assertThat(this.document.at("/servers/kafka/protocol").asString()).isEqualTo("kafka");
		assertThat(this.document.at("/channels/topic/servers/0/$ref").asString()).isEqualTo("#/servers/kafka");
		assertThat(this.document.at("/channels/topic/address").asString()).isEqualTo("coachflow-events");
		assertThat(this.document.at("/operations").valueStream().map((it) -> it.at("/channel/$ref").asString()))
			.containsExactlyInAnyOrder("#/channels/events", "#/channels/topic");
	}

	private JsonNode messages() {
		return this.document.at("/components/messages");
	}

	private JsonNode schema(String reference) {
		JsonNode schema = this.document.at(reference.substring(1));
		assertThat(schema.isObject()).as(reference).isTrue();
		return schema;
	}

	private List<String> flaws(JsonNode message, JsonNode payload) {
		ObjectNode schema = JsonMapper.shared().createObjectNode();
		schema.set("$ref", message.at("/payload/$ref"));
		schema.set("components", this.document.get("components"));
		return JsonSchemas.flaws(schema.toString(), payload.toString());
	}

}
