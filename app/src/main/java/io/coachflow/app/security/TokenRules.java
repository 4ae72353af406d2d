package io.coachflow.app.security;

import java.util.List;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/**
 * The claims that every token must have, from any issuer: audience, subject, expiry. The
 * decoder checks the signature.
 */
final class TokenRules implements OAuth2TokenValidator<Jwt> {

	static final String AUDIENCE = "coachflow-api";

	/** The {@code typ} of RFC 9068. */
	static final String ACCESS_TOKEN = "at+jwt";

	/**
	 * All rules but the signature. The type of an access token is {@code JWT} from
	 * Keycloak and that of RFC 9068 from other issuers, and RFC 7519 allows none; all
	 * other types, such as those of ID tokens, are refused.
	 */
	static OAuth2TokenValidator<Jwt> forTokensOf(String issuer) {
		JwtTypeValidator types = new JwtTypeValidator("JWT", ACCESS_TOKEN, "application/" + ACCESS_TOKEN);
		types.setAllowEmpty(true);
		return JwtValidators
			.createDefaultWithValidators(List.of(types, new JwtIssuerValidator(issuer), new TokenRules()));
	}

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
