/**
 * Invented sessions for an empty local run.
 */
@NullMarked
package io.coachflow.console.samples;

import org.jspecify.annotations.NullMarked;
