package io.coachflow.app.security;

import java.util.List;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * What every token must say, whoever issued it: for this service, for whom, until when.
 * The signature, the issuer and the times themselves are checked by the decoder.
 */
@Component
class TokenRules implements OAuth2TokenValidator<Jwt> {

	static final String AUDIENCE = "coachflow-api";

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		List<String> audience = token.getAudience();
		if (audience == null || !audience.contains(AUDIENCE)) {
			return refused("The token is not for the audience " + AUDIENCE);
		}
		if (token.getSubject() == null || token.getSubject().isBlank()) {
			return refused("The token has no sub");
		}
		return (token.getExpiresAt() != null) ? OAuth2TokenValidatorResult.success() : refused("The token has no exp");
	}

	private static OAuth2TokenValidatorResult refused(String reason) {
		return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, reason, null));
	}

}
