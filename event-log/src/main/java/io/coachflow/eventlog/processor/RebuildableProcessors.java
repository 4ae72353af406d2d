package io.coachflow.eventlog.processor;

import java.util.Set;

/**
 * Names the event processors whose writes the log can make again, so that nobody need
 * wait until they are on disk.
 */
@FunctionalInterface
public interface RebuildableProcessors {

	/** The processors' names. */
	Set<String> names();

}
