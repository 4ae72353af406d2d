/**
 * Finds sessions for auditors: by what is known of them, and by the words of their
 * answers.
 */
@NullMarked
package io.coachflow.query.search;

import org.jspecify.annotations.NullMarked;
