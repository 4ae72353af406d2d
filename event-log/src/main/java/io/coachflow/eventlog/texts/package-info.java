/**
 * Scripted texts, which the log holds once and events name by their digest.
 */
@NullMarked
package io.coachflow.eventlog.texts;

import org.jspecify.annotations.NullMarked;
