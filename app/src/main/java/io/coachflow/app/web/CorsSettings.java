package io.coachflow.app.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The origins whose pages may call the service from a browser.
 *
 * @param allowedOrigins scheme, host and port, as browsers send them; {@code *} alone for
 * every origin; none by default
 */
@ConfigurationProperties("coachflow.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins) {

	static final String ALL = "*";

	CorsSettings {
		allowedOrigins = allowedOrigins.stream().map(String::strip).toList();
		if (allowedOrigins.contains(ALL) && allowedOrigins.size() > 1) {
			throw new IllegalArgumentException(
					"coachflow.cors.allowed-origins: * allows every origin, so remove the others or *");
		}
		allowedOrigins.forEach(CorsSettings::check);
	}

	/** The browser's origin is compared with the setting letter by letter. */
	private static void check(String origin) {
		if (!origin.equals(ALL) && !origin.equals(asBrowsersWriteIt(origin))) {
			throw new IllegalArgumentException("coachflow.cors.allowed-origins: \"" + origin
					+ "\" is not an origin as browsers send it. Write http or https, the host and, unless it is the default, the port, in lower case and without a path: https://app.example or http://localhost:5173. Or write * alone, for every origin");
		}
	}

	private static String asBrowsersWriteIt(String origin) {
		try {
			URI uri = URI.create(origin);
			String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
			String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
			int usual = switch (scheme) {
				case "http" -> 80;
				case "https" -> 443;
				default -> throw new IllegalArgumentException("Pages come by http or https");
			};
			boolean isUsual = uri.getPort() == -1 || uri.getPort() == usual;
			return (uri.getHost() != null) ? scheme + "://" + host + (isUsual ? "" : ":" + uri.getPort()) : "";
		}
		catch (IllegalArgumentException _) {
			return "";
		}
	}

}
