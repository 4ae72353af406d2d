package io.coachflow.contracts.node;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NodeRoleTests {

	@Test
	void readsNamesInAnyOrder() {
		assertThat(NodeRole.parse("enrichment, api")).containsExactlyInAnyOrder(NodeRole.API, NodeRole.ENRICHMENT);
		assertThat(NodeRole.parse("api,projections,enrichment")).containsExactlyInAnyOrder(NodeRole.values());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",api", "API", "agents", "api;projections" })
	void anUnknownRoleIsRefusedWithThoseThatThereAre(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> NodeRole.parse(text))
			.withMessageContaining("coachflow.roles names \"")
			.withMessageContaining("The roles are api, projections, enrichment");
	}

}
