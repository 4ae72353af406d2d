package io.coachflow.app.fastpath;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

class ScopesTests {

	@ParameterizedTest
	@ValueSource(strings = { "coaching", "openid coaching", "coaching:audit coaching", "coaching coaching:audit" })
	void theScopeIsAWordOfTheClaim(String scope) {
		assertThat(Scopes.includeCoaching(token(scope))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "coaching:audit", "xcoaching", "coachings", "Coaching", "coaching,openid" })
	void anotherWordIsNotTheScope(String scope) {
		assertThat(Scopes.includeCoaching(token(scope))).isFalse();
	}

	@Test
	void aClaimOfAnotherFormIsLeftToSpringSecurity() {
		assertThat(Scopes.includeCoaching(token(List.of("coaching")))).isFalse();
	}

	private static Jwt token(Object scope) {
		return Jwt.withTokenValue("t").header("alg", "RS256").claim("scope", scope).build();
	}

}
