package io.coachflow.eventlog.processor;

import java.util.Set;

/**
 * Names the event processors whose writes can be repeated from the log, so that they need
 * not wait for the disk.
 */
@FunctionalInterface
public interface RebuildableProcessors {

	Set<String> names();

}
