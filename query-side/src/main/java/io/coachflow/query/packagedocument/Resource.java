package io.coachflow.query.packagedocument;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads files that belong to the service.
 */
final class Resource {

	private Resource() {
	}

	/** A text from {@code package-document/} on the class path. */
	static String text(String name) {
		return new String(bytes("/package-document/" + name), StandardCharsets.UTF_8);
	}

	/**
	 * A file.
	 * @param path on the class path, from its root
	 */
	static byte[] bytes(String path) {
		try (InputStream in = Resource.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new FileNotFoundException(path + " is missing on the class path");
			}
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
