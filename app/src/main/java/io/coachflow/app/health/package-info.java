/**
 * What operators see.
 */
@NullMarked
package io.coachflow.app.health;

import org.jspecify.annotations.NullMarked;
