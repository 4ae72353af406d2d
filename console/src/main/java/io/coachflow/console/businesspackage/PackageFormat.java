package io.coachflow.console.businesspackage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.springframework.http.MediaType;

/**
 * The forms in which a package can be taken away.
 */
enum PackageFormat {

	PDF("pdf", MediaType.APPLICATION_PDF),

	ZIP("zip", MediaType.parseMediaType("application/zip")),

	MD("markdown", MediaType.parseMediaType("text/markdown;charset=UTF-8")),

	JSON("json", MediaType.APPLICATION_JSON);

	private static final int SHOWN_OF_ID = 8;

	private final String apiName;

	private final MediaType mediaType;

	PackageFormat(String apiName, MediaType mediaType) {
		this.apiName = apiName;
		this.mediaType = mediaType;
	}

	/** The format of that {@link #id() id}; empty if there is none. */
	static Optional<PackageFormat> of(String id) {
		return Arrays.stream(values()).filter((it) -> it.id().equals(id)).findFirst();
	}

	/** The name in the page's addresses, and the ending of the file. */
	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The name that the API has for it. */
	String apiName() {
		return this.apiName;
	}

	MediaType mediaType() {
		return this.mediaType;
	}

	/**
	 * Whether the API sends it as a file with a name; if not, the page names the file.
	 */
	boolean isNamedByApi() {
		return this == PDF || this == ZIP;
	}

	/** A name for the file. */
	String fileName(String sessionId) {
		return "package-" + sessionId.substring(0, Math.min(sessionId.length(), SHOWN_OF_ID)) + "." + id();
	}

}
