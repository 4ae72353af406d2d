package io.coachflow.query.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentFailed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.OfAgent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.EventName;
import org.axonframework.eventhandling.EventMessage;
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
			case CoachingSessionEvent it ->
				Optional.of(event(it, it.sessionId(), PublicSessionEvents.data(it, forAuditor)));
			case BusinessPackageEvent it -> businessPackage(it, forAuditor);
			default -> Optional.empty();
		};
	}

	private static Optional<PublicEvent> businessPackage(BusinessPackageEvent event, boolean forAuditor) {
		PublicData data = new PublicData(event.sessionId()).put("package_id", event.packageId());
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

	private static PublicEvent event(Object event, String sessionId, PublicData data) {
		return new PublicEvent(type(event.getClass()), sessionId, data.fields());
	}

	private static String type(Class<?> event) {
		return event.getAnnotation(EventName.class).value() + VERSION;
	}

}
