/**
 * Compares the read models with the log, all the time and at leisure.
 */
@NullMarked
package io.coachflow.query.selfaudit;

import org.jspecify.annotations.NullMarked;
