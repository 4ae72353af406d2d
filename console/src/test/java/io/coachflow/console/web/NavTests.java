package io.coachflow.console.web;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import static org.assertj.core.api.Assertions.assertThat;

class NavTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "coaching | coach", "coaching:audit | history stream", "coaching:analytics | figures",
					"coaching:admin | operations", "coaching:events | stream", "other | ''",
					"coaching coaching:admin | coach operations" })
	void eachScopeOpensItsSections(String scopes, String sections) {
		assertThat(Nav
			.of(Stream.of(scopes.split(" ")).map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope)).toList())
			.stream()
			.map(Nav::id)).containsExactly(sections.isEmpty() ? new String[0] : sections.split(" "));
	}

}
