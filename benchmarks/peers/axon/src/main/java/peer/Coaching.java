package peer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import peer.Messages.CompleteSession;
import peer.Messages.Refused;
import peer.Messages.StartSession;
import peer.Messages.State;
import peer.Messages.SubmitAnswer;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Coaching {

	record Step(@JsonProperty("session_id") String sessionId, @JsonProperty("user_response") String userResponse,
			String step) {
	}

	private final CommandGateway commands;

	Coaching(CommandGateway commands) {
		this.commands = commands;
	}

	@PostMapping("/api/v1/coaching/start")
	ResponseEntity<?> start(@RequestBody Map<String, Object> business, @AuthenticationPrincipal Jwt user) {
		String id = UUID.randomUUID().toString();
		this.commands.sendAndWait(new StartSession(id, user.getSubject(), business));
		return answer(id, new State(0, 0), false);
	}

	@PostMapping("/api/v1/coaching/step")
	ResponseEntity<?> step(@RequestBody Step body, @AuthenticationPrincipal Jwt user) {
		return send(body.sessionId(),
				new SubmitAnswer(body.sessionId(), user.getSubject(), body.step(), body.userResponse()), true);
	}

	@PostMapping("/api/v1/coaching/complete")
	ResponseEntity<?> complete(@RequestBody Step body, @AuthenticationPrincipal Jwt user) {
		return send(body.sessionId(), new CompleteSession(body.sessionId(), user.getSubject()), false);
	}

	private ResponseEntity<?> send(String id, Object command, boolean step) {
		try {
			return answer(id, this.commands.sendAndWait(command), step);
		}
		catch (Refused ex) {
			return ResponseEntity.status(ex.status).build();
		}
		catch (ConcurrencyException ex) {
			return ResponseEntity.status(409).build();
		}
		catch (AggregateNotFoundException ex) {
			return ResponseEntity.notFound().build();
		}
		catch (CommandExecutionException ex) {
			return ResponseEntity.internalServerError().build();
		}
	}

	private static ResponseEntity<?> answer(String id, State state, boolean accepted) {
		boolean done = state.steps() == Peer.STEPS.size();
		String current = done ? "completed" : Peer.STEPS.get(state.steps());
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("session_id", id);
		body.put("status", done ? "completed" : (state.steps() > 0) ? "in_progress" : "initialized");
		body.put("current_step", current);
		body.put("coach_message", "Now tell me about this step of your business: " + current + ".");
		body.put("examples", List.of());
		body.put("next_questions", List.of());
		Map<String, Boolean> progress = new LinkedHashMap<>();
		Peer.STEPS.forEach((step) -> progress.put(step, progress.size() < state.steps()));
		body.put("progress", progress);
		body.put("confidence_score", 0);
		body.put("is_step_complete", accepted);
		body.put("sequence", state.sequence());
		body.put("expires_at", Instant.now().plus(Peer.LIFETIME).toString());
		return ResponseEntity.ok().eTag("\"" + state.sequence() + "\"").body(body);
	}

}
