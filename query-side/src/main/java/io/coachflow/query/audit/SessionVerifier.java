package io.coachflow.query.audit;

import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

import io.coachflow.contracts.rest.SessionVerification;
import io.coachflow.eventlog.integrity.IntegrityViolation;
import io.coachflow.eventlog.integrity.SessionChain;
import io.coachflow.eventlog.read.RawEventReader;
import io.coachflow.query.sessionlist.KnownSessions;
import org.springframework.stereotype.Component;

/**
 * Verifies the history of one session.
 */
@Component
class SessionVerifier {

	private final RawEventReader history;

	private final KnownSessions knownSessions;

	private final Clock clock;

	SessionVerifier(RawEventReader history, KnownSessions knownSessions, Clock clock) {
		this.history = history;
		this.knownSessions = knownSessions;
		this.clock = clock;
	}

	/** The result; empty if neither the log nor the session list knows the session. */
	Optional<SessionVerification> verify(String sessionId) {
		// The session list before the log: an event appended in between is no violation
		Optional<Long> known = this.knownSessions.sequenceOf(sessionId);
		SessionChain chain = new SessionChain();
		NamedTexts texts = new NamedTexts(this.history::ofSession);
		this.history.ofSession(sessionId, (event) -> {
			chain.follow(event);
			texts.follow(event);
		});
		if (known.isEmpty() && chain.events() == 0) {
			return Optional.empty();
		}
		known.ifPresent(chain::endsAt);
		boolean any = chain.events() > 0;
		Optional<IntegrityViolation> flaw = Stream.of(chain.firstFlaw(), texts.firstFlaw())
			.flatMap(Optional::stream)
			.min(Comparator.comparingLong(IntegrityViolation::sequence));
		return Optional.of(new SessionVerification(sessionId, flaw.isEmpty(), chain.events(),
				any ? chain.lastSequence() : null, any ? HexFormat.of().formatHex(chain.lastHash()) : null,
				flaw.map(IntegrityViolation::sequence).orElse(null), flaw.map(IntegrityViolation::problem).orElse(null),
				this.clock.instant()));
	}

}
