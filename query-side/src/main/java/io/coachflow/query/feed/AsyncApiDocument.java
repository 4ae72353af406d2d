package io.coachflow.query.feed;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published AsyncAPI document, with the address of the service that serves it.
 */
@Component
class AsyncApiDocument {

	private final JsonNode published;

	AsyncApiDocument(JsonMapper mapper, ObjectProvider<KafkaProperties> kafka) throws IOException {
		try (InputStream file = new ClassPathResource("asyncapi/coachflow.json").getInputStream()) {
			this.published = mapper.readTree(file);
		}
		// Anybody may read it, so it does not say where Kafka is
		kafka.ifAvailable((it) -> ((ObjectNode) this.published.at("/channels/topic")).put("address", it.topic()));
	}

	JsonNode asServedTo(HttpServletRequest request) {
		JsonNode document = this.published.deepCopy();
		((ObjectNode) document.at("/servers/http")).put("protocol", request.getScheme())
			.put("host", request.getServerName() + ":" + request.getServerPort());
		return document;
	}

}
