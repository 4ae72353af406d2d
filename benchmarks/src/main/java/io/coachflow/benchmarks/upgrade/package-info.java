/**
 * The log of an old version, opened by a newer one.
 */
@NullMarked
package io.coachflow.benchmarks.upgrade;

import org.jspecify.annotations.NullMarked;
