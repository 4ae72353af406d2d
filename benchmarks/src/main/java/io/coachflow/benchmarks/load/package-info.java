/**
 * Callers of the interface, and the limits that they are compared with.
 */
@NullMarked
package io.coachflow.benchmarks.load;

import org.jspecify.annotations.NullMarked;
