package io.coachflow.llm;

import java.util.List;
import java.util.Map;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecordSchemaTests {

	@Test
	void everyComponentIsARequiredPropertyInSnakeCaseAndNoneIsAllowedBesides() {
		JsonObjectSchema bakery = object(Bakery.class);

		assertThat(bakery.required()).containsExactly("shop_name", "loaves", "rating", "open", "flour", "breads",
				"ovens");
		assertThat(bakery.properties().keySet()).containsExactlyElementsOf(bakery.required());
		assertThat(bakery.additionalProperties()).isFalse();
	}

	@Test
	void eachKindOfComponentHasItsType() {
		Map<String, JsonSchemaElement> properties = object(Bakery.class).properties();

		assertThat(properties.get("shop_name"))
			.isEqualTo(JsonStringSchema.builder().description("What it is called").build());
		assertThat(properties.get("loaves")).isInstanceOf(JsonIntegerSchema.class);
		assertThat(properties.get("rating")).isInstanceOf(JsonNumberSchema.class);
		assertThat(properties.get("open")).isInstanceOf(JsonBooleanSchema.class);
		assertThat(((JsonEnumSchema) properties.get("flour")).enumValues()).containsExactly("wheat", "rye");
		assertThat(((JsonArraySchema) properties.get("breads")).items()).isInstanceOf(JsonStringSchema.class);
	}

	@Test
	void recordsInsideAreAsStrict() {
		JsonObjectSchema oven = (JsonObjectSchema) ((JsonArraySchema) object(Bakery.class).properties().get("ovens"))
			.items();

		assertThat(oven.required()).containsExactly("degrees");
		assertThat(oven.additionalProperties()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(classes = { Dated.class, Mapped.class, Wild.class })
	void whatNoModelCanFillIsNamed(Class<?> type) {
		assertThatIllegalArgumentException().isThrownBy(() -> object(type))
			.withMessageStartingWith("A model cannot fill java.");
	}

	private static JsonObjectSchema object(Class<?> type) {
		return (JsonObjectSchema) RecordSchema.of("bakery", type).rootElement();
	}

	record Dated(java.time.Instant opened) {
	}

	record Mapped(Map<String, String> prices) {
	}

	record Wild(List<Object> things) {
	}

}
