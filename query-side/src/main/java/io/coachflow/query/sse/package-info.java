/**
 * Server-sent events according to the HTML standard, for readers that implement less of
 * it, too.
 */
@NullMarked
package io.coachflow.query.sse;

import org.jspecify.annotations.NullMarked;
