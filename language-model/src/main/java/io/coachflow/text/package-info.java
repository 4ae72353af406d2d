/**
 * Shared text functions: plain text, folding, hashes, language guessing and the names of
 * business sectors.
 */
@NullMarked
package io.coachflow.text;

import org.jspecify.annotations.NullMarked;
