/**
 * Assembles the modules into one application.
 */
@NullMarked
package io.coachflow.app;

import org.jspecify.annotations.NullMarked;
