/**
 * Verifies exported histories from the command line, without the service.
 */
@NullMarked
package io.coachflow.app.verify;

import org.jspecify.annotations.NullMarked;
