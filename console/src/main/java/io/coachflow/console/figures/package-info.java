/**
 * The analysts' page: how far sessions get, how long steps take and what models cost.
 */
@NullMarked
package io.coachflow.console.figures;

import org.jspecify.annotations.NullMarked;
