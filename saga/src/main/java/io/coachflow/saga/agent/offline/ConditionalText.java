package io.coachflow.saga.agent.offline;

import java.util.List;

/**
 * A text that some answers call for.
 *
 * @param words of an answer that does; empty where every answer may
 */
record ConditionalText(List<String> words, String text) implements Keyworded {
}
