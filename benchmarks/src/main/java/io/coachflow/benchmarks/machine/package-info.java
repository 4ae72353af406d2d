/**
 * What the run and its machine used, from /proc.
 */
@NullMarked
package io.coachflow.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
