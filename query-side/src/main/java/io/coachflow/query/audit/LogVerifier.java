package io.coachflow.query.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.BadEvent;
import io.coachflow.contracts.rest.LogVerification;
import io.coachflow.eventlog.integrity.LogChain;
import io.coachflow.eventlog.read.RawEventReader;
import io.coachflow.query.sessionlist.KnownSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Verifies the whole log, one run at a time: a run reads every event and keeps the last
 * hash of every session in memory.
 */
@Component
class LogVerifier {

	/** How many violations the answer lists. */
	private static final int MAX_LISTED = 20;

	private static final int PAGE = 1_000;

	/** Longer than any log takes; a run on a stalling store is ended. */
	private static final Duration LIMIT = Duration.ofHours(1);

	private final RawEventReader history;

	private final KnownSessions knownSessions;

	private final Clock clock;

	private final AtomicReference<@Nullable VerificationRun> running = new AtomicReference<>();

	LogVerifier(RawEventReader history, KnownSessions knownSessions, Clock clock) {
		this.history = history;
		this.knownSessions = knownSessions;
		this.clock = clock;
	}

	/**
	 * Verifies every event up to the last one at the start of the run.
	 * @throws ApiException if another run is in progress, or if this one takes an hour
	 */
	LogVerification verify() throws InterruptedException {
		VerificationRun run = new VerificationRun(new LogChain(this.history.firstPosition()),
				this.history.lastPosition(), System.nanoTime());
		VerificationRun other = this.running.compareAndExchange(null, run);
		if (other != null) {
			throw new ApiException(ErrorCode.CONFLICT, "The log is being verified already and the run is at position "
					+ other.chain.position() + " of " + other.through + ". Try again when it is through.");
		}
		try {
			return verify(run);
		}
		finally {
			this.running.set(null);
		}
	}

	private LogVerification verify(VerificationRun run) throws InterruptedException {
		LogChain chain = run.chain;
		this.history.all(run.through, (event) -> {
			run.checkTime();
			chain.follow(event);
		});
		chain.endsAt(run.through);
		compareWithSessionList(run);
		List<BadEvent> flaws = chain.flaws();
		return new LogVerification(chain.bad() == 0, chain.events(), chain.sessions(), run.through, chain.bad(),
				flaws.isEmpty() ? null : flaws.getFirst(), flaws.stream().limit(MAX_LISTED).toList(),
				this.clock.instant());
	}

	/**
	 * If the session list knows a later event of a session than the run has read, the
	 * session's last events are missing, unless they were appended after the run read it.
	 */
	private void compareWithSessionList(VerificationRun run) {
		Map<String, Long> page = Map.of();
		String last = "";
		do {
			page = this.knownSessions.page(last, PAGE);
			for (Map.Entry<String, Long> known : page.entrySet()) {
				run.checkTime();
				this.history.requireRunning();
				last = known.getKey();
				if (known.getValue() > run.chain.lastSequence(last) && !this.history.reaches(last, known.getValue())) {
					run.chain.endsAt(last, known.getValue());
				}
			}
		}
		while (page.size() == PAGE);
	}

	/**
	 * A run in progress.
	 *
	 * @param through the position of the last event to check
	 * @param begun the start, as {@link System#nanoTime()}
	 */
	private record VerificationRun(LogChain chain, long through, long begun) {

		void checkTime() {
			if (System.nanoTime() - this.begun > LIMIT.toNanos()) {
				throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE,
						"The log could not be verified within an hour: the run has come to position "
								+ this.chain.position() + " of " + this.through
								+ ". Export it and verify the export instead.");
			}
		}

	}

}
