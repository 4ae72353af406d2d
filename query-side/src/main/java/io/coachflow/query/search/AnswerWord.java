package io.coachflow.query.search;

/**
 * A word of a text, in lower case. Of a script that puts no spaces between words it is
 * two characters that stand side by side: the second begins the next one.
 *
 * @param position which of the text's words it is, from 1
 * @param unspaced whether it is of such a script
 * @param lone whether nothing of its script follows: then it is one character only
 * @param first whether nothing of its script precedes it
 */
record AnswerWord(String text, int position, boolean unspaced, boolean lone, boolean first) {
}
