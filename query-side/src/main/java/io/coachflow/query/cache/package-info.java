/**
 * Views in Redis, and making one once for all who want it.
 */
@NullMarked
package io.coachflow.query.cache;

import org.jspecify.annotations.NullMarked;
