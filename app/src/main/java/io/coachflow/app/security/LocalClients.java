package io.coachflow.app.security;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients of the local issuer: one for each scope, which act for themselves, and the
 * console, which acts for users. The console's addresses have the port of this node,
 * which is known only when it runs.
 */
final class LocalClients implements RegisteredClientRepository {

	static final String CONSOLE = "console";

	/** A working day: local tokens are a convenience. */
	private static final Duration TOKEN_LIFE = Duration.ofHours(12);

	private final RegisteredClientRepository others;

	private final Map<String, String> scopes;

	private final Environment environment;

	private volatile @Nullable RegisteredClient console;

	LocalClients(Map<String, String> scopeByClient, Environment environment) {
		this.scopes = scopeByClient;
		this.environment = environment;
		this.others = new InMemoryRegisteredClientRepository(scopeByClient.entrySet()
			.stream()
			.map((client) -> client(client.getKey())
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
				.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
				.scope(client.getValue())
				.build())
			.toList());
	}

	/** Spring saves a client with its secret hashed, once it has seen the secret. */
	@Override
	public void save(RegisteredClient client) {
		if (CONSOLE.equals(client.getClientId())) {
			this.console = client;
		}
		else {
			this.others.save(client);
		}
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return findByClientId(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		return CONSOLE.equals(clientId) ? console() : this.others.findByClientId(clientId);
	}

	private RegisteredClient console() {
		RegisteredClient known = this.console;
		if (known == null) {
			String port = this.environment.getProperty("local.server.port",
					this.environment.getProperty("server.port", "8000"));
			known = client(CONSOLE).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUris((uris) -> List.of("localhost", "127.0.0.1")
					.forEach((host) -> uris.add("http://" + host + ":" + port + "/login/oauth2/code/coachflow")))
				.scopes((all) -> all.addAll(this.scopes.values()))
				.clientSettings(ClientSettings.builder().requireProofKey(true).build())
				.build();
			this.console = known;
		}
		return known;
	}

	private static RegisteredClient.Builder client(String id) {
		return RegisteredClient.withId(id)
			.clientId(id)
			.clientSecret("{noop}" + id + "-secret")
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build());
	}

}
