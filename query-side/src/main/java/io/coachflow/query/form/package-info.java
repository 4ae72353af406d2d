/**
 * The format of a response: by name, or by what the client accepts.
 */
@NullMarked
package io.coachflow.query.form;

import org.jspecify.annotations.NullMarked;
