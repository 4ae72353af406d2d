package io.coachflow.contracts.node;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NodeRolesTests {

	@Test
	void readsNamesInAnyOrder() {
		assertThat(NodeRoles.parse("enrichment, api").roles()).containsExactlyInAnyOrder(NodeRole.API,
				NodeRole.ENRICHMENT);
		assertThat(NodeRoles.parse("api,projections,enrichment").roles()).containsExactlyInAnyOrder(NodeRole.values());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",api", "API", "agents", "api;projections" })
	void anUnknownRoleIsRefusedWithThoseThatThereAre(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> NodeRoles.parse(text))
			.withMessageContaining("coachflow.roles names \"")
			.withMessageContaining("The roles are api, projections, enrichment");
	}

}
