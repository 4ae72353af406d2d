/**
 * A business package to take along: as a document in Markdown or PDF, and as an archive
 * with a draft of the website.
 */
@NullMarked
package io.coachflow.query.packagedocument;

import org.jspecify.annotations.NullMarked;
