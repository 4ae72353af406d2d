package io.coachflow.llm;

/**
 * A prompt, filled in.
 *
 * @param version the name and version of its file and the first digits of its hash, such
 * as {@code research.v1-3fa2c1d0}: changes whenever the text does
 * @param system what the model is to do
 * @param user what it is to do it with
 */
public record Prompt(String version, String system, String user) {
}
