package io.coachflow.app.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import io.coachflow.contracts.rest.ErrorResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the one shape to what Tomcat refuses before any filter runs, such as a path that
 * is not one.
 */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final JsonMapper mapper;

	private final Clock clock;

	ContainerErrors(JsonMapper mapper, Clock clock) {
		this.mapper = mapper;
		this.clock = clock;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextCustomizers((context) -> {
			StandardHost host = (StandardHost) context.getParent();
			host.setErrorReportValveClass(null);
			host.getPipeline().addValve(new Valve());
		});
	}

	private final class Valve extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, @Nullable Throwable failure) {
			int status = response.getStatus();
			if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			byte[] body = ContainerErrors.this.mapper
				.writeValueAsBytes(new ErrorResponse(StatusErrors.codeOf(status).wireName(),
						StatusErrors.messageOf(status), BigDecimal.valueOf(ContainerErrors.this.clock.millis(), 3)));
			try {
				response.setContentType(MediaType.APPLICATION_JSON_VALUE);
				response.setCharacterEncoding(StandardCharsets.UTF_8.name());
				response.getOutputStream().write(body);
				response.finishResponse();
			}
			catch (IOException | IllegalStateException ex) {
				getContainer().getLogger().debug("The client went away", ex);
			}
		}

	}

}
