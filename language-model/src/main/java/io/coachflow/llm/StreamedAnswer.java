package io.coachflow.llm;

import java.util.regex.Pattern;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * Collects the answer of one exchange, up to a size.
 */
final class StreamedAnswer implements StreamingChatResponseHandler {

	private static final Pattern MODEL_NAME = Pattern.compile("[\\w.:/@-]{1,100}");

	private final int maxCharacters;

	private final StringBuilder text = new StringBuilder();

	private @Nullable ModelException failure;

	private @Nullable FinishReason ending;

	private @Nullable TokenUsage usage;

	private @Nullable String model;

	StreamedAnswer(int maxCharacters) {
		this.maxCharacters = maxCharacters;
	}

	@Override
	public void onPartialResponse(String partialResponse) {
		int room = this.maxCharacters - this.text.length();
		this.text.append(partialResponse, 0, Math.min(room, partialResponse.length()));
		if (partialResponse.length() > room) {
			this.ending = FinishReason.LENGTH;
		}
	}

	@Override
	public void onCompleteResponse(ChatResponse completeResponse) {
		if (this.ending == null) {
			this.ending = completeResponse.finishReason();
		}
		this.usage = completeResponse.tokenUsage();
		this.model = completeResponse.modelName();
	}

	/**
	 * Records a failure, without the error's message, which may quote what the provider
	 * sent. Once the answer is over, an error only means a truncated event.
	 */
	@Override
	public void onError(Throwable error) {
		if (!isOver()) {
			this.failure = ModelException.unavailable("The model provider's answer broke off or cannot be read", null);
		}
	}

	/** Whether the rest of the answer is not needed. */
	boolean isOver() {
		return this.failure != null || this.ending == FinishReason.LENGTH;
	}

	@Nullable ModelException failure() {
		return this.failure;
	}

	String text() {
		return this.text.toString();
	}

	boolean wasCutOff() {
		return this.ending == FinishReason.LENGTH;
	}

	boolean wasFiltered() {
		return this.ending == FinishReason.CONTENT_FILTER;
	}

	/**
	 * The model's name from the provider, or the configured one if that is missing or
	 * malformed.
	 */
	String modelOr(String configured) {
		return (this.model != null && MODEL_NAME.matcher(this.model).matches()) ? this.model : configured;
	}

	/**
	 * The tokens used: as the provider counted them, else an estimate.
	 * @param asked the number of characters that were sent
	 */
	TokenCount tokens(long asked) {
		if (this.usage != null) {
			return new TokenCount(count(this.usage.inputTokenCount()), count(this.usage.outputTokenCount()));
		}
		return this.text.isEmpty() ? TokenCount.NONE
				: new TokenCount(TokenCount.estimate(asked), TokenCount.estimate(this.text.length()));
	}

	private static long count(@Nullable Integer tokens) {
		return (tokens != null) ? Math.max(0, tokens) : 0;
	}

}
