/**
 * Calls of the REST API with the user's own token.
 */
@NullMarked
package io.coachflow.console.api;

import org.jspecify.annotations.NullMarked;
