package io.coachflow.contracts.session;

import org.jspecify.annotations.Nullable;

/**
 * A text that a user may take as an answer, or as its beginning.
 *
 * @param id unique in its session: the sequence of its event, and its number, such as
 * {@code 4-1}
 * @param title what it is; null for a choice and for a reformulation
 * @param text what may be taken; what only the user knows is named in square brackets
 * @param why what it is good for and what it is made of; null likewise
 */
public record Offer(String id, @Nullable String title, String text, @Nullable String why) {
}
