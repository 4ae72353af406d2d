package io.coachflow.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.llm.AnswerParser.Reading;
import io.coachflow.llm.SessionWork.Piece;
import io.coachflow.llm.TokenBudget.Reservation;
import io.coachflow.text.Sha256;

/**
 * Asks a provider's model: takes a place among the concurrent calls, reserves tokens,
 * sends the request, and sends it once more with a complaint if the answer is not usable.
 */
final class OpenAiLanguageModel implements LanguageModel {

	/** Characters that the repair quotes of an answer that could be parsed. */
	private static final int MAX_QUOTED = 30_000;

	/** The same if it could not be parsed. */
	private static final int MAX_QUOTED_GARBAGE = 500;

	/** How long a reservation outlives the deadline of its call. */
	private static final Duration SETTLE_TIME = Duration.ofMinutes(1);

	/** How long sending may take besides connecting: a busy node is slow. */
	private static final Duration SEND_TIME = Duration.ofSeconds(4);

	private final Provider provider;

	private final TokenBudget budget;

	private final AiProperties settings;

	private final SessionWork work;

	private final LiveSessions sessions;

	private final Semaphore places;

	private final AnswerParser parser = new AnswerParser();

	OpenAiLanguageModel(Provider provider, TokenBudget budget, AiProperties settings, SessionWork work,
			LiveSessions sessions) {
		this.provider = provider;
		this.budget = budget;
		this.settings = settings;
		this.work = work;
		this.sessions = sessions;
		this.places = new Semaphore(settings.maxConcurrent(), true);
	}

	@Override
	public <T> ModelResponse<T> ask(ModelRequest<T> question) {
		long begun = System.nanoTime();
		takePlace(question.patience());
		try (Piece piece = this.work.begin(question.sessionId())) {
			return converse(question, piece, Deadline.in(question.deadline()).orIn(this.settings.timeout()), begun);
		}
		finally {
			this.places.release();
		}
	}

	private <T> ModelResponse<T> converse(ModelRequest<T> question, Piece piece, Deadline deadline, long begun) {
		JsonSchema schema = RecordSchema.of(question.purpose(), question.answerType());
		List<ChatMessage> messages = new ArrayList<>(
				List.of(SystemMessage.from(question.prompt().system()), UserMessage.from(question.prompt().user())));
		Turn first = turn(question, piece, messages, schema, deadline);
		Reading<T> reading = read(question, first);
		Turn last = first;
		TokenCount tokens = first.tokens();
		if (!reading.violations().isEmpty()) {
			messages.addAll(complaint(first.answer(), reading));
			last = turn(question, piece, messages, schema, deadline);
			tokens = tokens.plus(last.tokens());
			reading = read(question, last);
		}
		T value = reading.value();
		if (value == null || !reading.violations().isEmpty()) {
			throw new ModelException(AgentFault.Kind.INVALID_OUTPUT,
					"The model's answer was not usable, not even after a repair", true, null, null);
		}
		return new ModelResponse<>(value, last.answer().modelOr(this.provider.model()), question.prompt().version(),
				Sha256.of(question.prompt().system(), question.prompt().user(), schema.toString()), tokens.in(),
				tokens.out(), this.settings.price(tokens), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
	}

	/** One exchange and the tokens it used. */
	private record Turn(StreamedAnswer answer, TokenCount tokens) {
	}

	private Turn turn(ModelRequest<?> question, Piece piece, List<ChatMessage> messages, JsonSchema schema,
			Deadline deadline) {
		long asked = messages.stream().mapToLong((message) -> message.toString().length()).sum()
				+ schema.toString().length();
		StreamedAnswer answer = new StreamedAnswer(Provider.maxCharacters(question.maxOutputTokens()));
		Duration departing = this.settings.connectTimeout().plus(SEND_TIME);
		// Begins before the reservation is stored, so that it also ends before the other
		// nodes stop waiting for this call
		Deadline departure = Deadline.in(departing);
		Reservation reservation = this.budget.reserve(question.sessionId(),
				TokenCount.estimate(asked) + question.maxOutputTokens(),
				Duration.ofNanos(Math.max(0, deadline.remaining())).plus(SETTLE_TIME), departing);
		try {
			requireSession(question.sessionId());
			this.provider.converse(messages, schema, question.maxOutputTokens(), deadline,
					new Departure(piece, departure), answer);
		}
		catch (ModelException ex) {
			throw piece.isCutOff() ? new SessionGoneException() : ex;
		}
		finally {
			settle(reservation, answer.tokens(asked));
		}
		if (piece.isCutOff()) {
			throw new SessionGoneException();
		}
		if (answer.wasFiltered()) {
			throw ModelException.rejected("The model provider's filter stopped the answer");
		}
		if (answer.text().isBlank()) {
			throw ModelException.unavailable("The model provider sent an empty answer", null);
		}
		return new Turn(answer, answer.tokens(asked));
	}

	/**
	 * Runs after the reservation is stored: see {@link ModelCalls}.
	 */
	private void requireSession(String sessionId) {
		boolean there;
		try {
			there = this.sessions.has(sessionId);
		}
		catch (RuntimeException ex) {
			throw ModelException.internal("The session's history cannot be read", ex);
		}
		if (!there) {
			throw new SessionGoneException();
		}
	}

	/** Works on an interrupted thread as well: the tokens are used all the same. */
	private void settle(Reservation reservation, TokenCount used) {
		boolean interrupted = Thread.interrupted();
		try {
			this.budget.settle(reservation, used.total());
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private <T> Reading<T> read(ModelRequest<T> question, Turn turn) {
		if (turn.answer().wasCutOff()) {
			return Reading.failed("The answer was cut off because it was too long: be much shorter.");
		}
		return this.parser.read(turn.answer().text(), question.answerType(), question.violations());
	}

	private static List<ChatMessage> complaint(StreamedAnswer answer, Reading<?> reading) {
		String said = answer.text();
		int quoted = Math.min(said.length(), (reading.value() != null) ? MAX_QUOTED : MAX_QUOTED_GARBAGE);
		return List.of(AiMessage.from(said.substring(0, quoted)),
				UserMessage.from("This answer cannot be used:\n- " + String.join("\n- ", reading.violations())
						+ "\nAnswer again with the whole JSON object of the schema, corrected, and nothing else."));
	}

	private void takePlace(Duration patience) {
		try {
			// tryAcquire() without a time does not queue behind waiting callers
			boolean taken = patience.isZero() ? this.places.tryAcquire()
					: this.places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
			if (!taken) {
				throw new ModelException(AgentFault.Kind.RATE_LIMITED,
						"Too many model calls at once: ask again later, or raise coachflow.ai.max-concurrent", true,
						null, null);
			}
		}
		catch (InterruptedException ex) {
			throw ModelException.interrupted(ex);
		}
	}

}
