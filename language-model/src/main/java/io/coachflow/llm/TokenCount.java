package io.coachflow.llm;

/**
 * Tokens that a model read and wrote.
 */
record TokenCount(long in, long out) {

	static final TokenCount NONE = new TokenCount(0, 0);

	/** Fewer than in any language that we speak, so that an estimate is not too low. */
	private static final int CHARACTERS_PER_TOKEN = 3;

	long total() {
		return this.in + this.out;
	}

	TokenCount plus(TokenCount other) {
		return new TokenCount(this.in + other.in, this.out + other.out);
	}

	/** How many tokens that many characters are at most, in all likelihood. */
	static long estimate(long characters) {
		return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
	}

}
