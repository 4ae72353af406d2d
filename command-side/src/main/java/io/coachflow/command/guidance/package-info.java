/**
 * What the coach says at each step, and how good it finds an answer.
 */
@NullMarked
package io.coachflow.command.guidance;

import org.jspecify.annotations.NullMarked;
