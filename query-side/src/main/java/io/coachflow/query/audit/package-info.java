/**
 * Proves that histories are as they were written, and hands them out byte for byte.
 */
@NullMarked
package io.coachflow.query.audit;

import org.jspecify.annotations.NullMarked;
