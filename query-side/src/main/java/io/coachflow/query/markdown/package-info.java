/**
 * Markdown documents in which all texts are escaped.
 */
@NullMarked
package io.coachflow.query.markdown;

import org.jspecify.annotations.NullMarked;
