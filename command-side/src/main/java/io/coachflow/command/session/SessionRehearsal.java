package io.coachflow.command.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.StartRequest;
import io.coachflow.contracts.rest.StepRequest;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester;
import org.springframework.stereotype.Component;

/**
 * Goes through a session that exists nowhere: reads requests, decides, folds and answers
 * as for a user, but sends no command, so that nothing is stored or counted.
 */
@Component
public final class SessionRehearsal {

	private static final byte[] START = bytes(
			"{\"business_name\": \"Teranga Table\", \"sector\": \"restaurant\", \"city\": \"Dakar\", \"country\": \"Senegal\"}");

	private static final List<byte[]> ANSWERS = List.of(
			answer("In 2031 we run 3 restaurants in Dakar, Thiès and Saint-Louis that serve 40,000 guests a year."),
			answer("Every day we cook healthy Senegalese lunches for 300 office workers, because honest food gives strength."),
			answer("Employees of 25 to 40 in the banks of Dakar-Plateau who spend 3,000 francs on lunch, four days a week."),
			answer("Unlike the nine places nearby we buy from 12 local farmers and serve in 8 minutes."),
			answer("A daily menu at 2,500 francs, a monthly card at 45,000 francs and delivery in 30 minutes by phone."));

	private final JsonRequests requests;

	private final SessionDecider decider;

	private final Clock clock;

	SessionRehearsal(JsonRequests requests, SessionDecider decider, Clock clock) {
		this.requests = requests;
		this.decider = decider;
		this.clock = clock;
	}

	/**
	 * What came of the session.
	 *
	 * @param events in their order
	 * @param responses one for each request
	 */
	public record Rehearsed(List<CoachingSessionEvent> events, List<CoachingResponse> responses) {
	}

	/**
	 * Goes through a session from its start to its end.
	 * @param language {@code en} or {@code fr}
	 */
	public Rehearsed rehearse(String language) {
		Requester requester = new Requester("warm-up", language, null);
		String id = UUID.randomUUID().toString();
		Play play = new Play();
		StartRequest start = this.requests.read(START, StartRequest.class);
		play.carryOut(new StartSession(id, requester,
				RequestTexts.business(start.businessName(), start.sector(), start.city(), start.country())));
		for (byte[] body : ANSWERS) {
			String answer = RequestTexts.answer(this.requests.read(body, StepRequest.class).userResponse());
			play.carryOut(new SubmitAnswer(id, requester, answer, null));
		}
		play.carryOut(new CompleteSession(id, requester));
		return new Rehearsed(List.copyOf(play.events), List.copyOf(play.responses));
	}

	private static byte[] answer(String text) {
		return bytes("{\"session_id\": \"" + new UUID(0, 0) + "\", \"user_response\": \"" + text + "\"}");
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

	private final class Play {

		private final List<CoachingSessionEvent> events = new ArrayList<>();

		private final List<CoachingResponse> responses = new ArrayList<>();

		private SessionState state = SessionState.initial();

		void carryOut(CoachingSessionCommand command) {
			Instant now = SessionRehearsal.this.clock.instant();
			if (SessionRehearsal.this.decider.decide(this.state, command, now) instanceof Decision.Emit(var emitted)) {
				for (CoachingSessionEvent event : emitted) {
					this.state = this.state.evolve(event, this.state.sequence() + 1, now, null);
					this.events.add(event);
				}
			}
			Reply reply = this.state.reply();
			this.responses.add(CoachingResponse.of(reply, SessionRehearsal.this.decider.choices(reply)));
		}

	}

}
