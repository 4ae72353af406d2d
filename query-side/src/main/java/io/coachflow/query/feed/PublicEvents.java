package io.coachflow.query.feed;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentFailed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.OfAgent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
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
import io.coachflow.contracts.session.EventName;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import io.coachflow.eventlog.export.EventTimes;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public form of events. Only auditors see what people wrote and who they are; other
 * consumers see lengths, scores, steps and sectors.
 */
final class PublicEvents {

	private static final Logger logger = LoggerFactory.getLogger(PublicEvents.class);

	/** The version of every public form so far. */
	private static final String VERSION = ".v1";

	/**
	 * All public types; of the events of packages, those that {@link #of} has a form for.
	 */
	static final List<String> TYPES = Stream
		.concat(Arrays.stream(CoachingSessionEvent.class.getPermittedSubclasses()),
				Stream.of(PackageRequested.class, AgentSucceeded.class, AgentFailed.class, PackageCompleted.class))
		.map(PublicEvents::type)
		.sorted()
		.toList();

	private PublicEvents() {
	}

	/**
	 * The public form of an event.
	 *
	 * @param type the event's stable name and the version of its form
	 * @param subject the session's id
	 */
	record PublicEvent(String type, String subject, Map<String, Object> data) {
	}

	/**
	 * The public form of an event of the log, if it has one. An unreadable event has
	 * none, so that it does not block consumers; the projections park it as a dead
	 * letter, which operators see.
	 */
	static Optional<PublicEvent> ofMessage(EventMessage<?> message, long position, boolean forAuditor) {
		try {
			return of(message.getPayload(), forAuditor);
		}
		catch (RuntimeException ex) {
			logger.debug("The event at position {} is unreadable and has no public form: {}", position,
					ex.getClass().getName());
			return Optional.empty();
		}
	}

	/**
	 * The public form, if the event has one; internal events have none.
	 * @param forAuditor whether to include what people wrote
	 */
	static Optional<PublicEvent> of(Object event, boolean forAuditor) {
		return switch (event) {
			case CoachingSessionEvent it -> Optional.of(session(it, forAuditor));
			case BusinessPackageEvent it -> businessPackage(it, forAuditor);
			default -> Optional.empty();
		};
	}

	private static PublicEvent session(CoachingSessionEvent event, boolean forAuditor) {
		Data data = new Data(event.sessionId());
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
		return event(event, event.sessionId(), data);
	}

	private static void help(Data data, HelpGiven help, boolean forAuditor) {
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

	private static void answer(Data data, Step step, String answer, Confidence confidence, Guidance guidance,
			@Nullable String reformulation, boolean forAuditor) {
		data.put("step", step).put("answer_length", length(answer)).put("confidence", confidence).guidance(guidance);
		if (forAuditor) {
			data.put("answer", answer).put("reformulation", reformulation);
		}
	}

	private static Optional<PublicEvent> businessPackage(BusinessPackageEvent event, boolean forAuditor) {
		Data data = new Data(event.sessionId()).put("package_id", event.packageId());
		if (event instanceof OfAgent it) {
			data.put("agent", it.agent()).put("generation", it.generation());
		}
		switch (event) {
			case PackageRequested it -> {
				Brief brief = it.brief();
				data.put("language", brief.language())
					.put("completeness", brief.completeness())
					.put("confidence", brief.confidence())
					.put("inferred", brief.inferred());
				if (forAuditor) {
					data.put("brief", brief);
				}
			}
			case AgentSucceeded it -> {
				data.put("attempt", it.attempt()).put("source", it.source()).put("receipt", it.receipt());
				if (forAuditor) {
					data.put("result", it.result());
				}
			}
			case AgentFailed it -> data.put("attempt", it.attempt()).put("fault", it.fault());
			case PackageCompleted it -> data.put("status", it.status());
			default -> {
				return Optional.empty();
			}
		}
		return Optional.of(event(event, event.sessionId(), data));
	}

	private static PublicEvent event(Object event, String sessionId, Data data) {
		return new PublicEvent(type(event.getClass()), sessionId, data.fields);
	}

	private static String type(Class<?> event) {
		return event.getAnnotation(EventName.class).value() + VERSION;
	}

	private static final class Data {

		private final Map<String, Object> fields = new LinkedHashMap<>();

		Data(String sessionId) {
			this.fields.put("session_id", sessionId);
		}

		Data put(String name, @Nullable Object value) {
			if (value != null) {
				this.fields.put(name, (value instanceof Instant time) ? EventTimes.text(time) : value);
			}
			return this;
		}

		Data guidance(Guidance guidance) {
			return put("language", guidance.language()).put("sector", guidance.sector())
				.put("guidance_source", guidance.source());
		}

	}

}
