package io.coachflow.llm;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.coachflow.llm.AiProperties.TokenLimitField;

/**
 * A model provider with OpenAI's API.
 */
final class Provider implements AutoCloseable {

	/** A generous estimate of one token's size in the response, with its JSON. */
	private static final int BYTES_PER_TOKEN = 1024;

	private static final int BYTES_OVERHEAD = 64 * 1024;

	/** No language has more characters per token. */
	private static final int CHARACTERS_PER_TOKEN = 16;

	private final AiProperties settings;

	private final Clock clock;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpClient http;

	Provider(AiProperties settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		// HTTP/1.1: each call has its own connection, which can be closed without
		// affecting others
		this.http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(settings.connectTimeout())
			.executor(this.threads)
			.build();
	}

	/** The configured name of the model. */
	String model() {
		return Objects.requireNonNull(this.settings.model());
	}

	/**
	 * Runs one exchange.
	 * @param departure whether and until when the request may be sent
	 * @param answer collects the answer, even if the exchange fails
	 * @throws ModelException if the exchange fails
	 */
	void converse(List<ChatMessage> messages, JsonSchema schema, int maxOutputTokens, Deadline deadline,
			Departure departure, StreamedAnswer answer) {
		Exchange exchange = new Exchange(this.http, this.clock, deadline.orIn(this.settings.firstTokenTimeout()),
				deadline, (long) BYTES_PER_TOKEN * maxOutputTokens + BYTES_OVERHEAD, departure, answer::isOver);
		ChatRequest request = ChatRequest.builder()
			.messages(messages)
			.responseFormat(ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build())
			.build();
		try {
			modelOver(exchange, maxOutputTokens).chat(request, answer);
		}
		catch (ModelException ex) {
			throw ex;
		}
		catch (RuntimeException _) {
			// Dropped: its message may quote what the provider sent
			throw ModelException.unavailable("The model provider's answer cannot be read", null);
		}
		ModelException failure = answer.failure();
		if (failure != null) {
			throw failure;
		}
	}

	/** How many characters of an answer are kept. */
	static int maxCharacters(int maxOutputTokens) {
		return CHARACTERS_PER_TOKEN * maxOutputTokens;
	}

	private OpenAiStreamingChatModel modelOver(Exchange exchange, int maxOutputTokens) {
		OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder model = OpenAiStreamingChatModel.builder()
			.httpClientBuilder(exchange)
			.baseUrl(String.valueOf(this.settings.baseUrl()))
			.apiKey(this.settings.apiKey())
			.modelName(model())
			.strictJsonSchema(true)
			.logRequests(false)
			.logResponses(false);
		return ((this.settings.tokenLimitField() == TokenLimitField.MAX_TOKENS) ? model.maxTokens(maxOutputTokens)
				: model.maxCompletionTokens(maxOutputTokens))
			.build();
	}

	@Override
	public void close() {
		this.http.shutdownNow();
		this.threads.shutdownNow();
	}

}
