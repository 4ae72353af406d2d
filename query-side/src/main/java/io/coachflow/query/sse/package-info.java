/**
 * Server-sent events, as the HTML standard has them and as its lesser readers read them.
 */
@NullMarked
package io.coachflow.query.sse;

import org.jspecify.annotations.NullMarked;
