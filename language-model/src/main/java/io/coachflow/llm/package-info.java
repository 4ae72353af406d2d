/**
 * Asks a language model for a record, within limits of time, tokens and concurrent calls.
 * The only package that knows the provider's API.
 */
@NullMarked
package io.coachflow.llm;

import org.jspecify.annotations.NullMarked;
