/**
 * Search of sessions for auditors: by their properties, and by the words of their
 * answers.
 */
@NullMarked
package io.coachflow.query.search;

import org.jspecify.annotations.NullMarked;
