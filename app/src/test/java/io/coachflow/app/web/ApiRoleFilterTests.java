package io.coachflow.app.web;

import java.time.Clock;

import io.coachflow.contracts.node.NodeRoles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ApiRoleFilterTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			api,projections            | /api/v1/coaching/sessions | true
			projections,enrichment     | /api/v1/coaching/sessions | false
			projections,enrichment     | /api/v1/events            | false
			projections,enrichment     | /actuator/health          | true
			""")
	void aNodeWithoutTheRoleAnswersOperatorsAlone(String roles, String path, boolean answered) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServletPath(path);
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();

		new ApiRoleFilter(new ErrorWriter(new JsonMapper(), Clock.systemUTC()), NodeRoles.parse(roles))
			.doFilter(request, response, chain);

		assertThat(chain.getRequest() != null).isEqualTo(answered);
		if (!answered) {
			assertThat(response.getStatus()).isEqualTo(404);
			assertThat(response.getContentAsString()).contains("coachflow.roles leaves api out");
		}
	}

}
