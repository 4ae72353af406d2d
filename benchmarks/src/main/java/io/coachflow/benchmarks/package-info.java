/**
 * Measures the production jar from outside, as ratios within one run on one machine.
 */
@NullMarked
package io.coachflow.benchmarks;

import org.jspecify.annotations.NullMarked;
