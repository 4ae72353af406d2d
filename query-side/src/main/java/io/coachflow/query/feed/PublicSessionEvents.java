package io.coachflow.query.feed;

import java.util.Objects;

import io.coachflow.contracts.session.AnswerOrigin;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.BusinessDescribed;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * What is public of a session's events.
 */
final class PublicSessionEvents {

	private PublicSessionEvents() {
	}

	/**
	 * The data of the event's public form.
	 * @param forAuditor whether to include what people wrote
	 */
	static PublicData data(CoachingSessionEvent event, boolean forAuditor) {
		PublicData data = new PublicData(event.sessionId());
		switch (event) {
			case SessionStarted it -> {
				data.guidance(it.guidance()).put("expires_at", it.expiresAt());
				if (forAuditor) {
					data.put("user_id", it.userId()).put("business", it.business());
				}
			}
			case StepAnswered it -> {
				answer(data, it.step(), it.answer(), it.confidence(), it.guidance(), it.reformulation(), forAuditor);
				data.put("origin", (it.origin() != null) ? it.origin() : AnswerOrigin.OWN)
					.put("offered_id", it.offeredId())
					.put("kept", it.kept());
			}
			case ClarificationRequested it ->
				answer(data, it.step(), it.answer(), it.confidence(), it.guidance(), it.reformulation(), forAuditor);
			case AnswerRevised it -> {
				data.put("step", it.step())
					.put("answer_length", length(it.answer()))
					.put("confidence", it.confidence())
					.put("expires_at", it.expiresAt());
				if (forAuditor) {
					data.put("answer", it.answer());
				}
			}
			case BusinessDescribed it -> {
				data.put("changed", it.changed()).guidance(it.guidance()).put("expires_at", it.expiresAt());
				if (forAuditor) {
					data.put("business", it.business());
				}
			}
			case HelpGiven it -> help(data, it, forAuditor);
			case SessionCompleted it -> data.put("confidence", it.confidence());
			case SessionExpired it -> data.put("expired_at", it.expiredAt());
			case SessionResumed it -> {
				data.guidance(it.guidance()).put("expires_at", it.expiresAt());
				if (it.guidance().step() != null) {
					data.put("step", it.guidance().step());
				}
			}
			case SessionDeleted _ -> data.put("deleted", true);
		}
		return data;
	}

	private static void help(PublicData data, HelpGiven help, boolean forAuditor) {
		data.put("kind", help.kind())
			.put("step", help.step())
			.put("asked_length", length(Objects.requireNonNullElse(help.asked(), "")))
			.put("offers", help.offers().size())
			.put("questions", help.questions().size())
			.put("is_better", help.better())
			.put("language", help.language())
			.put("source", help.source())
			.put("model", help.model())
			.put("prompt_version", help.promptVersion())
			.put("expires_at", help.expiresAt());
		if (forAuditor) {
			data.put("asked", help.asked())
				.put("message", help.message())
				.put("offered", help.offers())
				.put("asked_back", help.questions());
		}
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	private static void answer(PublicData data, Step step, String answer, Confidence confidence, Guidance guidance,
			@Nullable String reformulation, boolean forAuditor) {
		data.put("step", step).put("answer_length", length(answer)).put("confidence", confidence).guidance(guidance);
		if (forAuditor) {
			data.put("answer", answer).put("reformulation", reformulation);
		}
	}

}
