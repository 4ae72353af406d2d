/**
 * Helps people who are stuck: questions with openings to click, proposals, and their own
 * texts put better.
 */
@NullMarked
package io.coachflow.command.partner;

import org.jspecify.annotations.NullMarked;
