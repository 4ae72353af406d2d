package io.coachflow.llm;

/**
 * A language model that answers with records. There is no such bean if
 * {@code coachflow.ai.provider} is {@code offline}: then no provider is ever called.
 */
public interface LanguageModel {

	/**
	 * Asks the model, and once more if the first answer is not usable. Blocks until there
	 * is an answer, at most for the request's patience and deadline together;
	 * interrupting the thread cancels the call. Do not call it inside a unit of work or a
	 * transaction.
	 * @throws ModelException if there is no usable answer
	 */
	<T> ModelResponse<T> ask(ModelRequest<T> question);

}
