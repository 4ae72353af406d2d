/**
 * Writing once what a batch of events leaves behind.
 */
@NullMarked
package io.coachflow.query.batch;

import org.jspecify.annotations.NullMarked;
