package io.coachflow.llm;

import java.util.List;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StreamedAnswerTests {

	private final StreamedAnswer answer = new StreamedAnswer(10);

	@Property
	void keepsTheFirstCharactersAndNoMore(@ForAll @Size(max = 20) List<String> parts) {
		StreamedAnswer kept = new StreamedAnswer(10);
		parts.forEach(kept::onPartialResponse);

		String all = String.join("", parts);
		assertThat(kept.text()).isEqualTo(all.substring(0, Math.min(10, all.length())));
		assertThat(kept.wasCutOff()).isEqualTo(all.length() > 10);
		assertThat(kept.isOver()).isEqualTo(all.length() > 10);
	}

	@Test
	void anErrorIsAFailureThatQuotesNothing() {
		this.answer.onError(new IllegalStateException("sk-secret"));

		assertThat(this.answer.isOver()).isTrue();
		assertThat(this.answer.failure()).isNotNull().hasNoCause().hasMessageNotContaining("sk-secret");
	}

	@Test
	void anErrorAfterAllThatIsWantedIsNone() {
		this.answer.onPartialResponse("12345678901");
		this.answer.onError(new IllegalStateException("half an event"));

		assertThat(this.answer.failure()).isNull();
		assertThat(this.answer.wasCutOff()).isTrue();
	}

	@Test
	void theProvidersCountIsTheCount() {
		complete(FinishReason.STOP, new TokenUsage(7, null), "tiny-1");

		assertThat(this.answer.tokens(3000)).isEqualTo(new TokenCount(7, 0));
		assertThat(this.answer.isOver()).isFalse();
	}

	@Test
	void withoutACountTokensAreEstimatedOnceThereIsAWord() {
		assertThat(this.answer.tokens(3000)).isEqualTo(TokenCount.NONE);
		this.answer.onPartialResponse("abcd");

		assertThat(this.answer.tokens(3000)).isEqualTo(new TokenCount(1000, 2));
	}

	@Test
	void theReasonOfTheEndIsTheProviders() {
		complete(FinishReason.CONTENT_FILTER, null, null);

		assertThat(this.answer.wasFiltered()).isTrue();
		assertThat(this.answer.wasCutOff()).isFalse();
	}

	@Test
	void aTextThatWasCutHereStaysCut() {
		this.answer.onPartialResponse("12345678901");
		complete(FinishReason.STOP, null, null);

		assertThat(this.answer.wasCutOff()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "gpt-5.2", "meta/llama-4:70b", "a@b_c" })
	void theModelsNameIsTheProviders(String name) {
		complete(FinishReason.STOP, null, name);

		assertThat(this.answer.modelOr("configured")).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a name", "<b>", "new\nline" })
	void whatIsNoNameIsNotKept(String name) {
		complete(FinishReason.STOP, null, name);

		assertThat(this.answer.modelOr("configured")).isEqualTo("configured");
	}

	private void complete(FinishReason reason, @Nullable TokenUsage usage, @Nullable String model) {
		this.answer.onCompleteResponse(ChatResponse.builder()
			.aiMessage(AiMessage.from("said"))
			.finishReason(reason)
			.tokenUsage(usage)
			.modelName(model)
			.build());
	}

}
