package io.coachflow.local;

import java.time.Duration;
import java.util.Objects;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends a local start with the commands to type next.
 */
@Component
@Profile("!prod")
class NextSteps {

	@EventListener
	void ready(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
			Duration taken = Objects.requireNonNull(event.getTimeTaken(), "Spring Boot measures every start");
			System.out.println(text(web.getWebServer().getPort(), taken.toMillis()));
		}
	}

	private static String text(int port, long millis) {
		return """

				  Coachflow is ready on http://localhost:%1$d (%2$.1f s). Open that address in a browser, or type in another terminal:

				    TOKEN=$(curl -s -u demo:demo-secret localhost:%1$d/oauth2/token \\
				      -d grant_type=client_credentials -d scope=coaching | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

				    curl -s localhost:%1$d/api/v1/coaching/start -H "Authorization: Bearer $TOKEN" \\
				      -H 'Content-Type: application/json' -d '{"business_name": "Teranga Table", "sector": "restaurant"}'

				  All calls, with a form to try them: http://localhost:%1$d/swagger-ui.html
				  Stop with Ctrl-C; sessions are kept in the data directory.
				"""
			.formatted(port, millis / 1000.0);
	}

}
