package io.coachflow.command.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.coachflow.command.session.SessionState.RecordedReply;
import io.coachflow.command.session.SessionStory.Move;
import io.coachflow.command.session.SessionStory.Request;
import io.coachflow.command.session.SessionStory.Turn;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.ByUser;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions under random commands, from random users and at random times.
 */
@Label("Whatever is asked of a session")
@PropertyDefaults(tries = 1000, edgeCases = EdgeCasesMode.NONE)
class SessionPropertyTests {

	@Property
	@StatisticsReport(StatisticsReportMode.OFF)
	void itNeverLeavesTheStateMachineOfTheContract(@ForAll("stories") List<Move> story) {
		StateMachine contract = new StateMachine(SessionStory.TTL);
		SessionStory.play(story).forEach((turn) -> contract.happened(turn.events()));
		// Without completed sessions the property would prove nothing about them
		Statistics.collect(contract.phase());
		Statistics.coverage((ends) -> {
			for (String phase : List.of("live", "expired", "completed", "deleted")) {
				ends.check(phase).percentage((share) -> share > 2);
			}
		});
	}

	@Property
	void itTellsWhereTheSessionStands(@ForAll("stories") List<Move> story) {
		StateMachine contract = new StateMachine(SessionStory.TTL);
		for (Turn turn : SessionStory.play(story)) {
			contract.happened(turn.events());
			Reply reply = freshReply(turn);
			if (reply != null && !contract.phase().equals("deleted")) {
				assertThat(reply.answers().values()).containsExactlyElementsOf(contract.answers());
				assertThat((reply.currentStep() != null) ? reply.currentStep().id() : "completed")
					.isEqualTo(contract.step());
				assertThat(reply.guidance().step()).isEqualTo(reply.currentStep());
				assertThat(reply.sequence()).isEqualTo(contract.sequence());
				assertThat(reply.business()).isEqualTo(contract.business());
				assertThat(reply.expiresAt()).isEqualTo(contract.expiresAt());
				assertThat(reply.status() == SessionStatus.COMPLETED).isEqualTo(contract.phase().equals("completed"));
			}
		}
	}

	@Property
	void theSameKeyAndRequestGiveTheSameReplyAndAnotherRequestIsRefused(@ForAll("stories") List<Move> story) {
		Map<String, RecordedReply> told = new HashMap<>();
		for (Turn turn : SessionStory.play(story)) {
			Idempotency idempotency = ownersKey(turn);
			RecordedReply before = (idempotency != null) ? told.get(idempotency.key()) : null;
			if (idempotency != null && before != null) {
				assertThat(turn.events()).isEmpty();
				assertThat(turn.after()).isEqualTo(turn.before());
				if (before.requestHash().equals(idempotency.requestHash())) {
					assertThat(turn.decision()).isEqualTo(new Decision.Replay(before.reply()));
				}
				else {
					assertThat(refusal(turn)).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
				}
			}
			else if (idempotency != null && turn.decision() instanceof Decision.Emit) {
				told.put(idempotency.key(), new RecordedReply(idempotency.requestHash(), turn.after().reply()));
			}
		}
	}

	@Property
	void aRefusalChangesNothingUnlessItFindsAnExpiry(@ForAll("stories") List<Move> story) {
		for (Turn turn : SessionStory.play(story)) {
			ErrorCode refusal = refusal(turn);
			if (refusal == ErrorCode.SESSION_EXPIRED) {
				assertThat(turn.events()).hasSizeLessThanOrEqualTo(1)
					.allSatisfy((recorded) -> assertThat(recorded.event()).isInstanceOf(SessionExpired.class));
				assertThat(turn.after().phase()).isEqualTo(SessionState.Phase.EXPIRED);
			}
			else if (refusal != null || !(turn.decision() instanceof Decision.Emit)) {
				assertThat(turn.events()).isEmpty();
				assertThat(turn.after()).isEqualTo(turn.before());
			}
		}
	}

	@Property
	void aStrangerIsForbiddenEverything(@ForAll("stories") List<Move> story) {
		for (Turn turn : SessionStory.play(story)) {
			if (turn.command() instanceof ByUser asked && isStranger(asked, turn.before())) {
				assertThat(refusal(turn)).isEqualTo(ErrorCode.FORBIDDEN);
				assertThat(turn.events()).isEmpty();
			}
		}
	}

	@Property
	void theSameStoryHasTheSameHistory(@ForAll("stories") List<Move> story) {
		assertThat(SessionStory.play(story)).isEqualTo(SessionStory.play(story));
	}

	@Provide
	Arbitrary<List<Move>> stories() {
		Arbitrary<List<Move>> moves = move().list().ofMinSize(1).ofMaxSize(40);
		// Most stories begin with a start, so that there is a session
		Move start = new Move(Request.START, "ada", Duration.ZERO, null, null, null, 0);
		Arbitrary<List<Move>> begun = moves.map((then) -> Stream.concat(Stream.of(start), then.stream()).toList());
		return Arbitraries.frequencyOf(Tuple.of(9, begun), Tuple.of(1, moves));
	}

	private static Arbitrary<Move> move() {
		Arbitrary<Request> requests = Arbitraries.frequency(Tuple.of(20, Request.ANSWER), Tuple.of(4, Request.RESUME),
				Tuple.of(3, Request.REVISE), Tuple.of(2, Request.DESCRIBE), Tuple.of(3, Request.HELP),
				Tuple.of(3, Request.TAKE), Tuple.of(3, Request.COMPLETE), Tuple.of(3, Request.EXPIRE),
				Tuple.of(2, Request.START), Tuple.of(1, Request.DELETE));
		Arbitrary<String> users = Arbitraries.frequency(Tuple.of(9, "ada"), Tuple.of(1, "bob"));
		// Exactly at the expiry of a session, and one millisecond before and after it
		Arbitrary<Duration> pauses = Arbitraries.frequencyOf(
				Tuple.of(8, Arbitraries.longs().between(0, 60_000).map(Duration::ofMillis)),
				Tuple.of(1, Arbitraries.integers().between(-1, 1).map(SessionStory.TTL::plusMillis)));
		Arbitrary<Idempotency> keys = Combinators
			.combine(Arbitraries.integers().between(1, 20), Arbitraries.frequency(Tuple.of(4, "a"), Tuple.of(1, "b")))
			.as((key, hash) -> new Idempotency("key-" + key, hash));
		return Combinators
			.combine(requests, users, pauses, keys.injectNull(0.6), Arbitraries.of(Step.class).injectNull(0.8),
					Arbitraries.integers().between(-1, 1).injectNull(0.8),
					Arbitraries.of(0.2, 0.5, 0.8, SessionStory.SAME_TEXT))
			.as(Move::new);
	}

	/** The reply to a request that was not a repetition; null for a refusal. */
	private static @Nullable Reply freshReply(Turn turn) {
		return switch (turn.decision()) {
			case Decision.Emit(var events) -> events.isEmpty() ? null : turn.after().reply();
			case Decision.Reply(var reply) -> reply;
			case Decision.Replay _, Decision.Reject _ -> null;
		};
	}

	private static @Nullable ErrorCode refusal(Turn turn) {
		return (turn.decision() instanceof Decision.Reject refused) ? refused.code() : null;
	}

	private static @Nullable Idempotency ownersKey(Turn turn) {
		CoachingSessionCommand command = turn.command();
		return (command instanceof ByUser asked && !isStranger(asked, turn.before())) ? asked.requester().idempotency()
				: null;
	}

	private static boolean isStranger(ByUser asked, SessionState session) {
		return session.phase() != SessionState.Phase.UNBORN && !session.owner().equals(asked.requester().userId());
	}

}
