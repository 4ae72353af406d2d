package io.coachflow.llm;

/**
 * A language model that fills records. Absent where {@code coachflow.ai.provider} is
 * {@code offline}: then nothing ever connects to anybody.
 */
public interface LanguageModel {

	/**
	 * Asks, and asks once more where the first answer is not usable. Blocks until there
	 * is an answer, for the question's patience and deadline at the longest; interrupting
	 * the thread cancels the call. Not for use inside a unit of work or a transaction.
	 * @throws ModelException if there is no usable answer
	 */
	<T> ModelResponse<T> ask(ModelRequest<T> question);

}
