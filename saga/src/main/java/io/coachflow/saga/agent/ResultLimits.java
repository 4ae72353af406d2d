package io.coachflow.saga.agent;

/**
 * How much an agent may say, in characters (Unicode code points) and in items; the same
 * figures as in the published schemas.
 */
public final class ResultLimits {

	/** What a heading, a name or another line takes. */
	public static final int LINE = 120;

	/** What a paragraph takes. */
	public static final int PARAGRAPH = 600;

	/** What a text of several paragraphs takes. */
	public static final int TEXT = 3_000;

	/** Half a minute, spoken: about 90 words. */
	public static final int PITCH = 700;

	/** A call to action fits on a button. */
	public static final int ACTION = 60;

	/** What the text of a homepage's section takes. */
	public static final int SECTION = 1_200;

	/** What a post takes, on whichever network. */
	public static final int POST = 1_300;

	/** What people type into a search engine. */
	public static final int KEYWORD = 60;

	/** The longest name of a typeface. */
	public static final int TYPEFACE = 60;

	/** Structured data as JSON. */
	public static final int JSON_LD = 4_000;

	private ResultLimits() {
	}

}
