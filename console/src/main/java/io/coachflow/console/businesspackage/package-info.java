/**
 * The business package of a session: the five agents at work, what they made, and how to
 * ask for another version or for a document.
 */
@NullMarked
package io.coachflow.console.businesspackage;

import org.jspecify.annotations.NullMarked;
