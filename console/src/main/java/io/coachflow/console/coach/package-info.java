/**
 * The coach's pages for entrepreneurs: their sessions, and the conversation of each.
 */
@NullMarked
package io.coachflow.console.coach;

import org.jspecify.annotations.NullMarked;
