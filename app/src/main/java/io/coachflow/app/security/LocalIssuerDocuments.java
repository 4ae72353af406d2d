package io.coachflow.app.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.util.StringUtils;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The local issuer's metadata as in RFC 8414, also under OpenID's name, and its public
 * keys. Spring's document would list every endpoint that Spring knows; this one lists
 * those that exist here.
 */
@RestController
@Profile("!prod")
@Hidden
class LocalIssuerDocuments {

	static final String TOKEN = "/oauth2/token";

	static final String AUTHORIZE = "/oauth2/authorize";

	static final String KEYS = "/oauth2/jwks";

	static final String OAUTH_METADATA = "/.well-known/oauth-authorization-server";

	static final String OPENID_METADATA = "/.well-known/openid-configuration";

	private final Map<String, Object> metadata = new LinkedHashMap<>();

	private final Map<String, Object> keys;

	LocalIssuerDocuments(AuthorizationServerSettings settings, ImmutableJWKSet<SecurityContext> keys) {
		String issuer = Objects.requireNonNull(settings.getIssuer(), "LocalIssuerConfiguration sets it");
		String base = StringUtils.trimTrailingCharacter(issuer, '/');
		this.metadata.put("issuer", issuer);
		this.metadata.put("authorization_endpoint", base + AUTHORIZE);
		this.metadata.put("token_endpoint", base + TOKEN);
		this.metadata.put("token_endpoint_auth_methods_supported",
				List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue(),
						ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue()));
		this.metadata.put("jwks_uri", base + KEYS);
		this.metadata.put("grant_types_supported", List.of(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue(),
				AuthorizationGrantType.AUTHORIZATION_CODE.getValue()));
		this.metadata.put("scopes_supported", new TreeSet<>(LocalIssuerConfiguration.SCOPE_BY_CLIENT.values()));
		this.metadata.put("response_types_supported", List.of("code"));
		this.metadata.put("code_challenge_methods_supported", List.of("S256"));
		// OpenID requires it; every client sees the same sub
		this.metadata.put("subject_types_supported", List.of("public"));
		this.keys = keys.getJWKSet().toJSONObject();
	}

	@GetMapping({ OAUTH_METADATA, OPENID_METADATA })
	Map<String, Object> metadata() {
		return this.metadata;
	}

	@GetMapping(KEYS)
	Map<String, Object> keys() {
		return this.keys;
	}

	/** A filter answers GET and POST, so only other methods come here. */
	@RequestMapping(AUTHORIZE)
	void authorize(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
		throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of("GET", "POST"));
	}

	/** A filter answers POST, so only other methods come here. */
	@RequestMapping(TOKEN)
	void token(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
		throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of("POST"));
	}

}
