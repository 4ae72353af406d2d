/**
 * What all know about texts: plain text, folding, hashes, the guess of a language, and
 * the words by which people call the sectors of the economy.
 */
@NullMarked
package io.coachflow.text;

import org.jspecify.annotations.NullMarked;
