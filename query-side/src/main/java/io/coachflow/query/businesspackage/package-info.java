/**
 * Reading a session's business package: its view as JSON and as a document, its logos,
 * and the stream of its changes.
 */
@NullMarked
package io.coachflow.query.businesspackage;

import org.jspecify.annotations.NullMarked;
