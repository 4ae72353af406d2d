package io.coachflow.saga.agent;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ResourcesTests {

	@Test
	void aFileIsReadAsItsType() {
		assertThat(Resources.read("/agents/schema-org.yaml", SchemaTypes.class).sectors()).isNotEmpty();
	}

	@Test
	void aMissingFileIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> Resources.read("/agents/nowhere.yaml", Map.class))
			.withMessageContaining("/agents/nowhere.yaml");
	}

	@Test
	void aFileWithAnotherFieldIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> Resources.read("/agents/schema-org.yaml", Empty.class))
			.withMessageContaining("/agents/schema-org.yaml");
	}

	@Test
	void aFileWithoutAFieldIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> Resources.read("/agents/schema-org.yaml", More.class))
			.withMessageContaining("/agents/schema-org.yaml");
	}

	record Empty() {
	}

	record More(Map<String, Object> sectors, String version) {
	}

}
