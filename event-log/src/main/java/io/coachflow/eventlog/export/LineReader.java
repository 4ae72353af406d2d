package io.coachflow.eventlog.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of bounded length from any input.
 */
final class LineReader {

	/** In bytes: a hundred times the longest line that the service writes. */
	static final int MAX_LENGTH = 16 * 1024 * 1024;

	private final InputStream in;

	private long number;

	LineReader(InputStream in) {
		this.in = new BufferedInputStream(in, 64 * 1024);
	}

	/**
	 * The next line that is not blank; null at the end.
	 * @throws UnreadableLineException if it is too long; the next one can still be read
	 */
	byte @Nullable [] next() throws IOException, UnreadableLineException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		while (true) {
			long length = readInto(line);
			if (length < 0) {
				return null;
			}
			this.number++;
			if (length > MAX_LENGTH) {
				throw new UnreadableLineException("it is longer than " + MAX_LENGTH + " bytes");
			}
			if (!line.toString(StandardCharsets.ISO_8859_1).isBlank()) {
				return line.toByteArray();
			}
			line.reset();
		}
	}

	/** The number of the line read last, from 1. */
	long number() {
		return this.number;
	}

	private long readInto(ByteArrayOutputStream line) throws IOException {
		int next = this.in.read();
		if (next < 0) {
			return -1;
		}
		long length = 0;
		for (; next >= 0 && next != '\n'; next = this.in.read()) {
			length++;
			if (length <= MAX_LENGTH) {
				line.write(next);
			}
		}
		return length;
	}

}
