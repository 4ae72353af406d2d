/**
 * A business package as a document for people, in Markdown.
 */
@NullMarked
package io.coachflow.query.packagedocument;

import org.jspecify.annotations.NullMarked;
