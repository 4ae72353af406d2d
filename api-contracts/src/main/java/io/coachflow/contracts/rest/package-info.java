/**
 * Request and response bodies of the REST interface, as clients see them.
 */
@NullMarked
package io.coachflow.contracts.rest;

import org.jspecify.annotations.NullMarked;
