package io.coachflow.command.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.coachflow.command.session.StateMachine.Recorded;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.CoachingSessionCommand.ByUser;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DescribeBusiness;
import io.coachflow.contracts.session.CoachingSessionCommand.ExpireSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ReviseAnswer;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionCommand.Told;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.Fact;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Runs moves against the decider and keeps the result of each.
 */
final class SessionStory {

	static final Duration TTL = Duration.ofHours(2);

	static final double MINIMUM_CONFIDENCE = 0.5;

	/**
	 * The score of an answer whose text is always the same; others differ by their time.
	 */
	static final double SAME_TEXT = 0.9;

	private static final String ID = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	private final SessionDecider decider = new SessionDecider(new FixedCoach(), TTL, MINIMUM_CONFIDENCE);

	private final List<Turn> turns = new ArrayList<>();

	private SessionState state = SessionState.initial();

	private Instant now = Instant.parse("2026-11-22T12:00:00Z");

	private SessionStory() {
	}

	enum Request {

		START, RESUME, ANSWER, TAKE, HELP, REVISE, DESCRIBE, COMPLETE, DELETE, EXPIRE

	}

	/**
	 * Something that a user, or time, does.
	 *
	 * @param later the time since the previous move
	 * @param step the step that the answer names, that is revised or that help is about;
	 * null for none
	 * @param ahead how far {@code If-Match} is from the session's sequence; null for no
	 * header
	 * @param score how good the answer is
	 */
	record Move(Request request, String user, Duration later, @Nullable Idempotency idempotency, @Nullable Step step,
			@Nullable Integer ahead, double score) {
	}

	/** A move and its result. */
	record Turn(SessionState before, CoachingSessionCommand command, Instant now, Decision decision,
			List<Recorded> events, SessionState after) {
	}

	static List<Turn> play(List<Move> moves) {
		SessionStory story = new SessionStory();
		moves.forEach(story::play);
		return story.turns;
	}

	private void play(Move move) {
		this.now = this.now.plus(move.later());
		SessionState before = this.state;
		CoachingSessionCommand command = command(move, ID, this.state.sequence(), this.now);
		Decision decision = this.decider.decide(before, command, this.now);
		List<Recorded> events = new ArrayList<>();
		for (CoachingSessionEvent event : happening(decision)) {
			Recorded recorded = new Recorded(this.state.sequence() + 1, this.now, event);
			events.add(recorded);
			this.state = this.state.evolve(event, recorded.sequence(), recorded.at(), keyOf(event, command));
		}
		this.turns.add(new Turn(before, command, this.now, decision, events, this.state));
	}

	/**
	 * What the move asks of the session with that id, whose last event has the sequence.
	 */
	static CoachingSessionCommand command(Move move, String id, long sequence, Instant now) {
		Requester requester = new Requester(move.user(), "en", move.idempotency(),
				(move.ahead() != null) ? Set.of(sequence + move.ahead()) : null);
		return switch (move.request()) {
			case START -> new StartSession(id, requester, Business.UNKNOWN);
			case RESUME -> new ResumeSession(id, requester);
			case ANSWER -> new SubmitAnswer(id, requester, text(move, now), move.step());
			case TAKE -> new SubmitAnswer(id, requester, text(move, now), move.step(), null,
					(move.score() == SAME_TEXT) ? "vision-1" : sequence + "-1");
			case HELP -> new AskForHelp(id, requester,
					(move.score() == SAME_TEXT) ? HelpKind.REFORMULATION
							: (move.score() < MINIMUM_CONFIDENCE) ? HelpKind.PROPOSALS : HelpKind.QUESTIONS,
					move.step(), text(move, now));
			case REVISE ->
				new ReviseAnswer(id, requester, (move.step() != null) ? move.step() : Step.VISION, text(move, now));
			case DESCRIBE -> new DescribeBusiness(id, requester,
					List.of(new Told(Fact.CITY, (move.score() == SAME_TEXT) ? null : "Dakar"),
							new Told(Fact.SECTOR, "bakery")));
			case COMPLETE -> new CompleteSession(id, requester);
			case DELETE -> new DeleteSession(id, requester);
			case EXPIRE -> new ExpireSession(id);
		};
	}

	private static String text(Move move, Instant now) {
		return (move.score() == SAME_TEXT) ? "0.90 as always" : String.format("%.2f at %s", move.score(), now);
	}

	private static List<CoachingSessionEvent> happening(Decision decision) {
		return switch (decision) {
			case Decision.Emit(var events) -> events;
			case Decision.Reject(var events, var _, var _) -> events;
			case Decision.Reply _, Decision.Replay _ -> List.of();
		};
	}

	private static @Nullable Idempotency keyOf(CoachingSessionEvent event, CoachingSessionCommand command) {
		return (command instanceof ByUser asked && !(event instanceof SessionExpired)) ? asked.requester().idempotency()
				: null;
	}

}
