package io.coachflow.contracts.rest;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header {@code If-Match} (RFC 9110, section 13.1.1): the states of a resource
 * that the client agrees to change. A weak tag matches none.
 */
public final class IfMatch {

	/** The header's name. */
	public static final String NAME = "If-Match";

	/** The error message for a header that is neither {@code *} nor entity tags. */
	public static final String MALFORMED = "If-Match is * or entity tags in quotes, as ETag has them, such as \"2\" or \"2\", \"3\".";

	/** The next tag of the list, which may have empty elements. */
	private static final Pattern TAG = Pattern
		.compile("[ \\t,]*+(?<weak>W/)?\"(?<tag>[\\x21\\x23-\\x7e\\x80-\\xff]*+)\"[ \\t]*+(?:,|$)");

	private static final Pattern NO_MORE = Pattern.compile("[ \\t,]*+");

	private static final Pattern SEQUENCE = Pattern.compile("(0|[1-9]\\d{0,17})");

	private static final Pattern PACKAGE_SEQUENCE = Pattern.compile("(0|[1-9]\\d{0,17})(?:-[a-z]+)?");

	private IfMatch() {
	}

	/**
	 * The strong tags in the header, without their quotes.
	 * @return null without a header or if it is {@code *}
	 * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} if it is neither
	 * {@code *} nor entity tags
	 */
	public static @Nullable Set<String> tags(@Nullable String header) {
		if (header == null || header.strip().equals("*")) {
			return null;
		}
		Set<String> tags = new HashSet<>();
		Matcher tag = TAG.matcher(header);
		int at = 0;
		do {
			if (!tag.region(at, header.length()).lookingAt()) {
				throw malformed();
			}
			if (tag.group("weak") == null) {
				tags.add(tag.group("tag"));
			}
			at = tag.end();
		}
		while (!NO_MORE.matcher(header).region(at, header.length()).matches());
		return Set.copyOf(tags);
	}

	/**
	 * The session sequences in the header; tags of another form are ignored.
	 * @return null without a header or if it is {@code *}
	 * @throws ApiException as {@link #tags(String)}
	 */
	public static @Nullable Set<Long> sequences(@Nullable String header) {
		return sequences(header, SEQUENCE);
	}

	/**
	 * The same for a package, whose representations have tags of their own, such as
	 * {@code 12-markdown}.
	 */
	public static @Nullable Set<Long> packageSequences(@Nullable String header) {
		return sequences(header, PACKAGE_SEQUENCE);
	}

	private static @Nullable Set<Long> sequences(@Nullable String header, Pattern form) {
		Set<String> tags = tags(header);
		if (tags == null) {
			return null;
		}
		Set<Long> sequences = new HashSet<>();
		for (String tag : tags) {
			Matcher sequence = form.matcher(tag);
			if (sequence.matches()) {
				sequences.add(Long.valueOf(sequence.group(1)));
			}
		}
		return Set.copyOf(sequences);
	}

	private static ApiException malformed() {
		return new ApiException(ErrorCode.INVALID_REQUEST, MALFORMED);
	}

}
