/**
 * The web pages: a client of the REST API, for people.
 */
@NullMarked
package io.coachflow.console;

import org.jspecify.annotations.NullMarked;
