package io.coachflow.app.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.StringUtils;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Fetches the issuer's keys each time, from the address in its metadata. Knows whether
 * the last attempt succeeded, and logs when that changes.
 */
class IssuerKeySet implements JWKSetSource<SecurityContext> {

	private static final Logger logger = LoggerFactory.getLogger(IssuerKeySet.class);

	/** Callers get 503 within five seconds; metadata and keys take two calls. */
	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final String OPENID = "/.well-known/openid-configuration";

	private static final String OAUTH = "/.well-known/oauth-authorization-server";

	private final String issuer;

	private final @Nullable String configuredAddress;

	private final RestClient http;

	private volatile @Nullable String discoveredAddress;

	private volatile State state = State.UNASKED;

	/**
	 * Keys of that issuer.
	 * @param address where its keys are, or null to ask its metadata
	 */
	IssuerKeySet(String issuer, @Nullable String address) {
		this.issuer = issuer;
		this.configuredAddress = address;
		SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
		connections.setConnectTimeout(TIMEOUT);
		connections.setReadTimeout(TIMEOUT);
		this.http = RestClient.builder().requestFactory(connections).build();
	}

	/** Whether the issuer answered when it was last asked. */
	boolean isAnswering() {
		return this.state == State.ANSWERING;
	}

	@Override
	public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
			throws JWKSetUnavailableException {
		try {
			JWKSet keys = JWKSet.parse(text(address()));
			answered();
			return keys;
		}
		catch (RestClientException | ParseException | IllegalArgumentException ex) {
			// It may have moved
			this.discoveredAddress = null;
			String reason = reason(ex);
			missed(reason);
			throw new JWKSetRetrievalException(reason, ex);
		}
	}

	@Override
	public void close() {
		// Each call has its own connection
	}

	private void answered() {
		if (this.state == State.AWAY) {
			logger.warn("The issuer {} answers again", this.issuer);
		}
		this.state = State.ANSWERING;
	}

	private void missed(String reason) {
		if (this.state == State.ANSWERING) {
			logger.warn(
					"The issuer {} does not give its keys: {}. The last fetched keys stay valid for coachflow.issuer.outage-tolerance; tokens of other keys get 503. Another line will say when the issuer answers",
					this.issuer, reason);
		}
		else if (this.state == State.UNASKED) {
			logger.warn(
					"The issuer {} does not give its keys: {}. Every token gets 503 until it does; then another line will say so",
					this.issuer, reason);
		}
		this.state = State.AWAY;
	}

	private String address() throws ParseException {
		if (this.configuredAddress != null) {
			return this.configuredAddress;
		}
		String address = this.discoveredAddress;
		if (address == null) {
			address = discover();
			this.discoveredAddress = address;
		}
		return address;
	}

	/**
	 * Tries OpenID's place first, then those of RFC 8414, which differ if the issuer has
	 * a path.
	 */
	private String discover() throws ParseException {
		String path = StringUtils.trimTrailingCharacter(URI.create(this.issuer).getPath(), '/');
		List<String> places = new ArrayList<>(List.of(path + OPENID, OPENID + path, OAUTH + path));
		for (String place : places) {
			try {
				Map<String, Object> metadata = JSONObjectUtils
					.parse(text(UriComponentsBuilder.fromUriString(this.issuer).replacePath(place).toUriString()));
				return jwksUri(metadata);
			}
			catch (HttpClientErrorException _) {
				// Try the next place
			}
		}
		throw new IllegalArgumentException("it has no metadata at " + String.join(", ", places)
				+ ": correct spring.security.oauth2.resourceserver.jwt.issuer-uri, or set jwk-set-uri as well");
	}

	private String jwksUri(Map<String, Object> metadata) throws ParseException {
		String name = JSONObjectUtils.getString(metadata, "issuer");
		String address = JSONObjectUtils.getString(metadata, "jwks_uri");
		if (!this.issuer.equals(name)) {
			throw new IllegalArgumentException("it calls itself " + oneLine(String.valueOf(name))
					+ ": spring.security.oauth2.resourceserver.jwt.issuer-uri must be the same, letter by letter");
		}
		if (address == null) {
			throw new IllegalArgumentException(
					"its metadata have no jwks_uri: set spring.security.oauth2.resourceserver.jwt.jwk-set-uri");
		}
		return address;
	}

	private String text(String address) {
		byte[] body = this.http.get()
			.uri(URI.create(address))
			.accept(MediaType.APPLICATION_JSON, new MediaType("application", "jwk-set+json"))
			.retrieve()
			.body(byte[].class);
		return new String((body != null) ? body : new byte[0], StandardCharsets.UTF_8);
	}

	/** In one line, without the body of a response. */
	private static String reason(Exception failure) {
		if (failure instanceof RestClientResponseException answer) {
			return "HTTP " + answer.getStatusCode().value();
		}
		return (failure instanceof ParseException) ? "its answer is not JSON of the right form"
				: oneLine(String.valueOf(failure.getMessage()));
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\p{Cntrl}+", " ");
	}

	private enum State {

		UNASKED, ANSWERING, AWAY

	}

}
