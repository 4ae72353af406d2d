package io.coachflow.app.openapi;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String DESCRIPTION = """
			A coach that asks an entrepreneur five questions, in order: vision, mission, clientele, differentiation, offre.

			Every error has the one shape of ErrorResponse; with `Accept: application/problem+json` the same facts come as RFC 9457. \
			Times are UTC. Unknown request fields are ignored. Bodies are at most 64 KiB and 32 levels deep.""";

	private static final String BEARER = "bearer";

	/** Sorts before {@link #BEARER}: generated clients use the last of two schemes. */
	private static final String LOCAL_ISSUER = "authorization_server";

	@Bean
	OpenAPI openApi() {
		return new OpenAPI().info(new Info().title("Coachflow").version("1.0.0").description(DESCRIPTION))
			// The host and port that served the document
			.servers(List.of(new Server().url("/")))
			.components(new Components().addSecuritySchemes(BEARER,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.bearerFormat("JWT")
						.description("A token for the audience coachflow-api; its sub is the user.")))
			.addSecurityItem(new SecurityRequirement().addList(BEARER));
	}

	/** Lets Swagger UI fetch a token. */
	@Bean
	@Profile("!prod")
	@Order(Ordered.HIGHEST_PRECEDENCE)
	OpenApiCustomizer localIssuerInOpenApi() {
		return (document) -> {
			document.getComponents()
				.addSecuritySchemes(LOCAL_ISSUER, new SecurityScheme().type(SecurityScheme.Type.OAUTH2)
					.description(
							"The local run's own issuer. Clients: demo, demo2, auditor, consumer, analyst, admin; the secret is the id and -secret, as in demo-secret.")
					.flows(new OAuthFlows()
						.clientCredentials(new OAuthFlow().tokenUrl("/oauth2/token").scopes(scopes()))));
			document.addSecurityItem(new SecurityRequirement().addList(LOCAL_ISSUER));
		};
	}

	private static Scopes scopes() {
		return new Scopes().addString("coaching", "run and read your own sessions and packages")
			.addString("coaching:audit", "read and verify the history of any session")
			.addString("coaching:events", "read the event stream")
			.addString("coaching:analytics", "read aggregates")
			.addString("coaching:admin", "rebuild read models, see and retry dead letters");
	}

}
