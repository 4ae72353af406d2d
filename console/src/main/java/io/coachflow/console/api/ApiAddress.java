package io.coachflow.console.api;

import java.net.URI;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the API is: at the address of the settings, or on this node, whose port is known
 * only when it runs.
 */
@Component
public final class ApiAddress {

	private final ConsoleProperties settings;

	private final Environment environment;

	ApiAddress(ConsoleProperties settings, Environment environment) {
		this.settings = settings;
		this.environment = environment;
	}

	/** Without a slash at its end. */
	public String base() {
		URI set = this.settings.api();
		return (set != null) ? set.toString().replaceAll("/$", "") : ofThisNode(this.environment);
	}

	/** This node, without a slash at the end; its port is known only when it runs. */
	public static String ofThisNode(Environment environment) {
		return "http://localhost:"
				+ environment.getProperty("local.server.port", environment.getProperty("server.port", "8000"));
	}

	/**
	 * An address of the API.
	 * @param path begins with a slash, encoded
	 */
	public URI at(String path) {
		return URI.create(base() + path);
	}

}
