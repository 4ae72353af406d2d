/**
 * Asks a language model to fill a record, within limits of time, tokens and concurrent
 * calls; the only room that knows how models are spoken to.
 */
@NullMarked
package io.coachflow.llm;

import org.jspecify.annotations.NullMarked;
