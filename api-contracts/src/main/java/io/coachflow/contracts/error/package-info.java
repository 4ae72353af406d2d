/**
 * The error codes, and the exception that carries them to the client.
 */
@NullMarked
package io.coachflow.contracts.error;

import org.jspecify.annotations.NullMarked;
