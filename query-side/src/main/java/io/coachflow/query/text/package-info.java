/**
 * Texts in a form in which they can be compared.
 */
@NullMarked
package io.coachflow.query.text;

import org.jspecify.annotations.NullMarked;
