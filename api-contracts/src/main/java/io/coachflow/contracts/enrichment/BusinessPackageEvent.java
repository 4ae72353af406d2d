package io.coachflow.contracts.enrichment;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.session.EventIds;
import io.coachflow.contracts.session.EventName;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The events of a business package. Each generation of an agent ends with one
 * {@link AgentSucceeded} or {@link AgentFailed}; later reports are {@link ResultIgnored}.
 */
public sealed interface BusinessPackageEvent {

	/** The package, which is also the aggregate's identifier. */
	String packageId();

	/** The session from which the package is made. */
	String sessionId();

	/** An event of one agent. */
	sealed interface OfAgent extends BusinessPackageEvent {

		Agent agent();

		/** From 1; each regeneration is the next. */
		int generation();

	}

	/**
	 * The package was requested; the first generation of all five agents is to run.
	 *
	 * @param userId the session's owner
	 */
	@EventName("io.coachflow.package.requested")
	@Revision("1")
	record PackageRequested(@JsonProperty("package_id") String packageId, @JsonProperty("session_id") String sessionId,
			@JsonProperty("user_id") String userId, Brief brief) implements BusinessPackageEvent {

		public PackageRequested {
			EventIds.require(packageId, sessionId);
		}

	}

	/**
	 * A correction of the session changed its brief. Results stay as they are;
	 * generations requested from now on are made of this brief.
	 *
	 * @param brief what the session comes to now
	 * @param changed the ids of the {@link SessionInput}s that are not as in the brief
	 * before
	 */
	@EventName("io.coachflow.package.brief-revised")
	@Revision("1")
	record BriefRevised(@JsonProperty("package_id") String packageId, @JsonProperty("session_id") String sessionId,
			Brief brief, List<String> changed) implements BusinessPackageEvent {

		public BriefRevised {
			EventIds.require(packageId, sessionId);
			changed = List.copyOf(changed);
		}

	}

	/**
	 * The owner requested one agent again.
	 *
	 * @param wish what the owner wishes of the new version, as sent; null for nothing
	 */
	@EventName("io.coachflow.package.agent-requested")
	@Revision("1")
	record AgentRequested(@JsonProperty("package_id") String packageId, @JsonProperty("session_id") String sessionId,
			Agent agent, int generation, @Nullable String wish) implements OfAgent {

		public AgentRequested {
			EventIds.require(packageId, sessionId);
		}

		/** Without a wish. */
		public AgentRequested(String packageId, String sessionId, Agent agent, int generation) {
			this(packageId, sessionId, agent, generation, null);
		}

	}

	/**
	 * An attempt began.
	 *
	 * @param attempt from 1, within the generation
	 */
	@EventName("io.coachflow.package.agent-started")
	@Revision("1")
	record AgentStarted(@JsonProperty("package_id") String packageId, @JsonProperty("session_id") String sessionId,
			Agent agent, int generation, int attempt) implements OfAgent {

		public AgentStarted {
			EventIds.require(packageId, sessionId);
		}

	}

	/**
	 * An attempt failed and is retried.
	 *
	 * @param retryAt when the next attempt is due
	 */
	@EventName("io.coachflow.package.agent-delayed")
	@Revision("1")
	record AgentDelayed(@JsonProperty("package_id") String packageId, @JsonProperty("session_id") String sessionId,
			Agent agent, int generation, int attempt, AgentFault fault,
			@JsonProperty("retry_at") Instant retryAt) implements OfAgent {

		public AgentDelayed {
			EventIds.require(packageId, sessionId);
		}

	}

	/** An agent has its result. */
	@EventName("io.coachflow.package.agent-succeeded")
	@Revision("1")
	record AgentSucceeded(@JsonProperty("package_id") String packageId, @JsonProperty("session_id") String sessionId,
			Agent agent, int generation, int attempt, AgentSource source, AgentResult result,
			Receipt receipt) implements OfAgent {

		public AgentSucceeded {
			EventIds.require(packageId, sessionId);
		}

	}

	/** An agent gave up. */
	@EventName("io.coachflow.package.agent-failed")
	@Revision("1")
	record AgentFailed(@JsonProperty("package_id") String packageId, @JsonProperty("session_id") String sessionId,
			Agent agent, int generation, int attempt, AgentFault fault) implements OfAgent {

		public AgentFailed {
			EventIds.require(packageId, sessionId);
		}

	}

	/**
	 * A result or failure came too late and was ignored.
	 *
	 * @param reason {@code double}: the generation is settled; {@code late}: there is a
	 * newer generation
	 */
	@EventName("io.coachflow.package.result-ignored")
	@Revision("1")
	record ResultIgnored(@JsonProperty("package_id") String packageId, @JsonProperty("session_id") String sessionId,
			Agent agent, int generation, int attempt, String reason) implements OfAgent {

		public ResultIgnored {
			EventIds.require(packageId, sessionId);
		}

		/** The generation is settled. */
		public static final String DOUBLE = "double";

		/** There is a newer generation. */
		public static final String LATE = "late";

	}

	/**
	 * All agents are settled. Emitted once, and again after each regeneration.
	 *
	 * @param status anything but {@code running}
	 */
	@EventName("io.coachflow.package.completed")
	@Revision("1")
	record PackageCompleted(@JsonProperty("package_id") String packageId, @JsonProperty("session_id") String sessionId,
			PackageStatus status) implements BusinessPackageEvent {

		public PackageCompleted {
			EventIds.require(packageId, sessionId);
		}

	}

}
