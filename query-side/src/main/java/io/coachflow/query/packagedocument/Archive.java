package io.coachflow.query.packagedocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.rest.PackageResponse;

/**
 * A ZIP of a package. The names in it are fixed, and its times are the package's.
 */
final class Archive {

	/** The folder of the logos. */
	static final String LOGOS = "logos/";

	/** The first time that a ZIP can name. */
	private static final Instant FIRST = Instant.parse("1980-01-01T00:00:00Z");

	private final PackageResponse response;

	private final LocalDateTime time;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final ZipOutputStream out = new ZipOutputStream(this.bytes, StandardCharsets.UTF_8);

	Archive(PackageResponse response) {
		this.response = response;
		Instant settled = Results.time(response).orElse(FIRST);
		this.time = LocalDateTime.ofInstant(settled.isBefore(FIRST) ? FIRST : settled, ZoneOffset.UTC);
	}

	void add(String name, String text) {
		add(name, text.getBytes(StandardCharsets.UTF_8));
	}

	void add(String name, byte[] content) {
		ZipEntry entry = new ZipEntry(name);
		// Has no time zone, unlike setTime
		entry.setTimeLocal(this.time);
		try {
			this.out.putNextEntry(entry);
			this.out.write(content);
			this.out.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One file for each logo, numbered from 1. */
	void addLogos() {
		int n = 0;
		for (Logo.Concept it : Results.logos(this.response)) {
			n++;
			add(LOGOS + n + ".svg", it.svg());
		}
	}

	/** The whole; nothing can be added afterwards. */
	byte[] bytes() {
		try {
			this.out.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.bytes.toByteArray();
	}

}
