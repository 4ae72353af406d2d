package io.coachflow.console.signin;

import java.text.ParseException;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Reads the user and the scopes from the access token. The issuer has just given it to
 * this service, so its signature proves nothing more; the API checks it with every call.
 */
final class TokenUsers implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

	@Override
	public OAuth2User loadUser(OAuth2UserRequest request) {
		try {
			JWTClaimsSet claims = JWTParser.parse(request.getAccessToken().getTokenValue()).getJWTClaimsSet();
			String scopes = claims.getStringClaim("scope");
			String user = claims.getSubject();
			if (user == null || scopes == null) {
				throw unreadable();
			}
			return new ConsoleUser(user, List.of(scopes.strip().split(" +")));
		}
		catch (ParseException _) {
			throw unreadable();
		}
	}

	private static OAuth2AuthenticationException unreadable() {
		return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN,
				"The issuer's access token is no JWT with a subject and a scope", null));
	}

}
