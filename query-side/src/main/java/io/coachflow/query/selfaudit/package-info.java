/**
 * Compares the read models with the log, continuously and slowly.
 */
@NullMarked
package io.coachflow.query.selfaudit;

import org.jspecify.annotations.NullMarked;
