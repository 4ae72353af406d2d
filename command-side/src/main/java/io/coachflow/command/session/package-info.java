/**
 * Decides what becomes of a coaching session, and tells whoever asked.
 */
@NullMarked
package io.coachflow.command.session;

import org.jspecify.annotations.NullMarked;
