/**
 * Markdown in which no text of anybody's comes alive.
 */
@NullMarked
package io.coachflow.query.markdown;

import org.jspecify.annotations.NullMarked;
