package io.coachflow.llm;

/**
 * Input and output tokens.
 */
record TokenCount(long in, long out) {

	static final TokenCount NONE = new TokenCount(0, 0);

	/** Low for English and French, so that estimates are not too low. */
	private static final int CHARACTERS_PER_TOKEN = 3;

	long total() {
		return this.in + this.out;
	}

	TokenCount plus(TokenCount other) {
		return new TokenCount(this.in + other.in, this.out + other.out);
	}

	/** A cautious estimate of the tokens in a text of that length. */
	static long estimate(long characters) {
		return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
	}

}
