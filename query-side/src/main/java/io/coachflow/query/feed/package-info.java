/**
 * The event stream as consumers see it: CloudEvents, in batches and as they happen.
 */
@NullMarked
package io.coachflow.query.feed;

import org.jspecify.annotations.NullMarked;
