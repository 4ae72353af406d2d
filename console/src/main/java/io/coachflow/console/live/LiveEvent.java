package io.coachflow.console.live;

import org.jspecify.annotations.Nullable;

/**
 * One event of a stream.
 *
 * @param id where to resume after it; null if the stream cannot be resumed there
 * @param name the event's name
 * @param data its data, as the API or the page has them
 */
public record LiveEvent(@Nullable String id, String name, String data) {
}
