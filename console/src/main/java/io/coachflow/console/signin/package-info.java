/**
 * Signing in at the issuer, and the session of the console.
 */
@NullMarked
package io.coachflow.console.signin;

import org.jspecify.annotations.NullMarked;
