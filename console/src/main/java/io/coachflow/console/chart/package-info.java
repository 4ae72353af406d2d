/**
 * Charts as geometry, which templates draw as SVG.
 */
@NullMarked
package io.coachflow.console.chart;

import org.jspecify.annotations.NullMarked;
