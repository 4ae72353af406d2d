package io.coachflow.app.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * The key that signs local tokens, kept in the data directory so that tokens outlive a
 * restart.
 */
final class LocalSigningKey {

	private static final String FILE = "signing-key.json";

	private static final int BITS = 2048;

	private LocalSigningKey() {
	}

	/**
	 * Reads the key, or makes one on the first start.
	 * @throws IllegalStateException if the file there is not a key
	 */
	static RSAKey in(Path dataDirectory) {
		Path file = dataDirectory.resolve(FILE);
		try {
			return Files.exists(file) ? RSAKey.parse(Files.readString(file)) : create(file);
		}
		catch (ParseException | JOSEException ex) {
			throw new IllegalStateException(
					"The signing key in " + file + " is unusable: delete the file to get a new key.", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The signing key in " + file + " cannot be read or written", ex);
		}
	}

	private static RSAKey create(Path file) throws JOSEException, IOException {
		RSAKey key = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE)
			.algorithm(JWSAlgorithm.RS256)
			.keyIDFromThumbprint(true)
			.generate();
		Files.createDirectories(file.getParent());
		Path draft = Files.createTempFile(file.getParent(), FILE, ".draft");
		if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
		}
		Files.writeString(draft, key.toJSONString());
		Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
		return key;
	}

}
