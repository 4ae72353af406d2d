/**
 * What a caller's token allows, as far as answers depend on it.
 */
@NullMarked
package io.coachflow.query.access;

import org.jspecify.annotations.NullMarked;
