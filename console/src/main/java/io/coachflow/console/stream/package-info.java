/**
 * The consumers' page: the event stream as it happens.
 */
@NullMarked
package io.coachflow.console.stream;

import org.jspecify.annotations.NullMarked;
