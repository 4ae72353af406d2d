/**
 * How event processors follow the log: their builder, their positions, their failures.
 */
@NullMarked
package io.coachflow.eventlog.processor;

import org.jspecify.annotations.NullMarked;
