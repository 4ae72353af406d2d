package io.coachflow.console.signin;

import io.coachflow.console.api.ApiAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The console as a client of the local run's issuer, which is on this node, whose port is
 * known only when it runs. Its secret is public, like those of the other local clients.
 */
final class LocalClient implements ClientRegistrationRepository {

	private final Environment environment;

	private volatile @Nullable ClientRegistration registration;

	LocalClient(Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		return SignInConfiguration.REGISTRATION.equals(id) ? registration() : null;
	}

	private ClientRegistration registration() {
		ClientRegistration known = this.registration;
		if (known == null) {
			known = ClientRegistration.withRegistrationId(SignInConfiguration.REGISTRATION)
				.clientId("console")
				.clientSecret("console-secret")
				.clientName("Coachflow")
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
				.scope("coaching", "coaching:audit", "coaching:events", "coaching:analytics", "coaching:admin")
				// At the address of the browser, which may call this node localhost or
				// 127.0.0.1
				.authorizationUri("/oauth2/authorize")
				.tokenUri(ApiAddress.ofThisNode(this.environment) + "/oauth2/token")
				.userNameAttributeName("sub")
				.build();
			this.registration = known;
		}
		return known;
	}

}
