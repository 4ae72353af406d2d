#!/usr/bin/env bash
# com.nimbusds:nimbus-jose-jwt 10.9.1 (Maven Central), a JWK source with outage tolerance.
#
# Guess: while the issuer is away, a token of a known key is good, and one that names an unknown key ends in an error that
# says so (KeySourceException), since nobody can tell whether the issuer has made that key meanwhile.
#
# Fact: the known key is good, but the unknown one is answered with an empty list, as if the issuer had been asked and had no
# such key: the tolerant source gives its last keys for a failed refresh too, and says nothing of the failure. A resource
# server makes 401 of it, and clients throw away tokens that are good. Without the tolerance it is the error that one expects.
#
# What to do: keep the outage in mind beside the source (outageTolerant takes a listener that hears of it), and where the
# list is empty meanwhile, answer "unavailable" (503) instead of "invalid token".
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -q -B dependency:copy -Dartifact=com.nimbusds:nimbus-jose-jwt:10.9.1 -DoutputDirectory="$work"
java -version 2>&1 | head -n 1

cat >Look.java <<'JAVA'
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;

class Look {

	static volatile boolean away;

	public static void main(String[] args) throws Exception {
		ECKey key = new ECKeyGenerator(Curve.P_256).keyID("known").generate();
		byte[] keys = new JWKSet(key).toString().getBytes();
		HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		issuer.createContext("/keys", (exchange) -> {
			exchange.sendResponseHeaders(away ? 503 : 200, away ? -1 : keys.length);
			if (!away) {
				exchange.getResponseBody().write(keys);
			}
			exchange.close();
		});
		issuer.start();
		try {
			var address = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys").toURL();
			JWKSource<SecurityContext> tolerant = JWKSourceBuilder.create(address).rateLimited(false)
				.outageTolerant(3_600_000).build();
			JWKSource<SecurityContext> plain = JWKSourceBuilder.create(address).rateLimited(false).build();
			System.out.println("issuer there, known key:              " + look(tolerant, "known") + " " + look(plain, "known"));
			away = true;
			String known = look(tolerant, "known");
			String unknown = look(tolerant, "unknown");
			String without = look(plain, "unknown");
			System.out.println("issuer away, tolerant, known key:     " + known);
			System.out.println("issuer away, tolerant, unknown key:   " + unknown);
			System.out.println("issuer away, no tolerance, unknown:   " + without);
			if (!known.equals("1 key") || !unknown.equals("0 keys") || !without.startsWith("error")) {
				System.out.println("The behaviour has changed.");
				System.exit(1);
			}
		}
		finally {
			issuer.stop(0);
		}
	}

	static String look(JWKSource<SecurityContext> source, String id) {
		try {
			int found = source.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null).size();
			return found + ((found == 1) ? " key" : " keys");
		}
		catch (KeySourceException ex) {
			return "error " + ex.getClass().getSimpleName();
		}
	}

}
JAVA
java -cp nimbus-jose-jwt-10.9.1.jar Look.java
