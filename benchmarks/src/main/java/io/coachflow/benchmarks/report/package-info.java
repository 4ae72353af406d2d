/**
 * From figures to a verdict, a table and a picture.
 */
@NullMarked
package io.coachflow.benchmarks.report;

import org.jspecify.annotations.NullMarked;
