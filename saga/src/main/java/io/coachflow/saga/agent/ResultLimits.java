package io.coachflow.saga.agent;

/**
 * The limits of texts in results, in characters (Unicode code points), as in the
 * published schemas.
 */
public final class ResultLimits {

	/** A heading, a name or another line. */
	public static final int LINE = 120;

	/** A paragraph. */
	public static final int PARAGRAPH = 600;

	/** A text of several paragraphs. */
	public static final int TEXT = 3_000;

	/** An elevator pitch: half a minute, or about 90 words. */
	public static final int PITCH = 700;

	/** A call to action, which fits on a button. */
	public static final int ACTION = 60;

	/** The text of a section of the homepage. */
	public static final int SECTION = 1_200;

	/** A post, on any network. */
	public static final int POST = 1_300;

	/** A keyword, as typed into a search engine. */
	public static final int KEYWORD = 60;

	/** The name of a typeface. */
	public static final int TYPEFACE = 60;

	/** Structured data as JSON. */
	public static final int JSON_LD = 4_000;

	private ResultLimits() {
	}

}
