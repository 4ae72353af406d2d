/**
 * Practice before a node takes requests.
 */
@NullMarked
package io.coachflow.app.warmup;

import org.jspecify.annotations.NullMarked;
