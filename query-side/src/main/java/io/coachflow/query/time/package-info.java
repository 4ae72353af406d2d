/**
 * Days and moments as clients name them.
 */
@NullMarked
package io.coachflow.query.time;

import org.jspecify.annotations.NullMarked;
