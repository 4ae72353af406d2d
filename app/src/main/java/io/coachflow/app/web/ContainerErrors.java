package io.coachflow.app.web;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Writes the errors of requests that Tomcat refuses before any filter runs, such as those
 * with a malformed path, in the one shape.
 */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final ErrorWriter writer;

	private final CrossOrigins origins;

	ContainerErrors(ErrorWriter writer, CrossOrigins origins) {
		this.writer = writer;
		this.origins = origins;
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
			try {
				ContainerErrors.this.origins.addHeaders(request, response);
				ContainerErrors.this.writer.write(request, response, StatusErrors.codeOf(status),
						StatusErrors.messageOf(status));
				response.finishResponse();
			}
			catch (IOException | IllegalStateException ex) {
				getContainer().getLogger().debug("The client has disconnected", ex);
			}
		}

	}

}
