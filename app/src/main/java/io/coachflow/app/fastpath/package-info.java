/**
 * A short way to the controllers for the calls that are made most.
 */
@NullMarked
package io.coachflow.app.fastpath;

import org.jspecify.annotations.NullMarked;
