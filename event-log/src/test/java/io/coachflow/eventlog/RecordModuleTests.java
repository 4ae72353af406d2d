package io.coachflow.eventlog;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

class RecordModuleTests {

	private static final String WHOLE = """
			{"name": "a", "number": 2, "exact": 0.5, "yes": true, "inner": [{"name": "b"}, null]}""";

	private final JsonMapper usual = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private final JsonMapper mapper = this.usual.rebuild().addModule(new RecordModule()).build();

	@Test
	void recordsAreReadAsUsual() {
		for (String json : List.of(WHOLE, "{}", "{\"number\": null, \"inner\": []}")) {
			assertThat(this.mapper.readValue(json, Outer.class)).isEqualTo(this.usual.readValue(json, Outer.class));
		}
	}

	@Test
	void whatAConstructorThrowsIsToldAsUsual() {
		String json = "{\"name\": \"wrong\"}";

		assertThatThrownBy(() -> this.mapper.readValue(json, Picky.class)).isInstanceOf(JacksonException.class)
			.hasRootCauseInstanceOf(IllegalArgumentException.class)
			.hasMessage(catchThrowable(() -> this.usual.readValue(json, Picky.class)).getMessage());
	}

	record Outer(@Nullable String name, int number, double exact, boolean yes, @Nullable List<@Nullable Inner> inner) {

		record Inner(String name) {

		}

	}

	record Picky(String name) {

		Picky {
			if (name.equals("wrong")) {
				throw new IllegalArgumentException("Not this name");
			}
		}

	}

}
