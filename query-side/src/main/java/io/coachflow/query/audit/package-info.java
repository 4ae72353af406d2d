/**
 * Verifies that histories are as they were written, and exports them byte for byte.
 */
@NullMarked
package io.coachflow.query.audit;

import org.jspecify.annotations.NullMarked;
