/**
 * Who may call what.
 */
@NullMarked
package io.coachflow.app.security;

import org.jspecify.annotations.NullMarked;
