/**
 * How anybody can prove that a history is as it was written.
 */
@NullMarked
package io.coachflow.contracts.audit;

import org.jspecify.annotations.NullMarked;
