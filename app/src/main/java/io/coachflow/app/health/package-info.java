/**
 * Health indicators for operators.
 */
@NullMarked
package io.coachflow.app.health;

import org.jspecify.annotations.NullMarked;
