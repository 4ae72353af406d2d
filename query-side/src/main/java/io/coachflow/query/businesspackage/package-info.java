/**
 * A session's business package, read back: its view, as JSON and as a document, its logos
 * and the stream of what happens to it.
 */
@NullMarked
package io.coachflow.query.businesspackage;

import org.jspecify.annotations.NullMarked;
