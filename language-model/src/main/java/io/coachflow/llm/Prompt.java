package io.coachflow.llm;

/**
 * A prompt with its placeholders filled in.
 *
 * @param version the name and version of its file and the first digits of its hash, such
 * as {@code research.v1-3fa2c1d0}; changes with the text
 * @param system the instructions to the model
 * @param user the data to work on
 */
public record Prompt(String version, String system, String user) {
}
