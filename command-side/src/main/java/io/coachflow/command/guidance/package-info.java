/**
 * Scores answers and gives the guidance for each step.
 */
@NullMarked
package io.coachflow.command.guidance;

import org.jspecify.annotations.NullMarked;
