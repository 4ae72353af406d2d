package io.coachflow.query.sessionlist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;

/**
 * The status of a session in the list. Whoever owns it sees all but the deleted ones,
 * auditors see those too.
 */
public enum ListedStatus {

	INITIALIZED("phase = 'live' AND answered = 0 AND expires_at > :now"),
	IN_PROGRESS("phase = 'live' AND answered BETWEEN 1 AND 4 AND expires_at > :now"),
	// Between two batches of the projection, the last answer may be there alone
	COMPLETED("(phase = 'completed' OR phase = 'live' AND answered = 5 AND expires_at > :now)"),
	EXPIRED("(phase = 'expired' OR phase = 'live' AND expires_at <= :now)"), DELETED("phase = 'deleted'");

	/** Those that owners see, by the names of {@link SessionStatus}. */
	static final List<ListedStatus> OF_OWNERS = List.of(INITIALIZED, IN_PROGRESS, COMPLETED, EXPIRED);

	private final String condition;

	ListedStatus(String condition) {
		this.condition = condition;
	}

	/**
	 * The condition on a row of the list, with the parameter {@code now}, in
	 * microseconds.
	 */
	public String condition() {
		return this.condition;
	}

	/** The name in requests and responses. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The status of a row of the list. */
	public static ListedStatus of(String phase, int answered, Instant expiresAt, Instant now) {
		return switch (phase) {
			case "completed" -> COMPLETED;
			case "deleted" -> DELETED;
			case "expired" -> EXPIRED;
			default -> now.isBefore(expiresAt) ? live(answered) : EXPIRED;
		};
	}

	private static ListedStatus live(int answered) {
		if (answered == 0) {
			return INITIALIZED;
		}
		return (answered < Step.values().length) ? IN_PROGRESS : COMPLETED;
	}

	/**
	 * Parses a parameter.
	 * @param name the {@link #id() id} of one of the statuses
	 * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} if it is not
	 */
	public static ListedStatus parse(String name, Collection<ListedStatus> statuses) {
		return statuses.stream()
			.filter((status) -> status.id().equals(name))
			.findFirst()
			.orElseThrow(() -> new ApiException(ErrorCode.INVALID_REQUEST,
					"status is " + statuses.stream().map(ListedStatus::id).collect(Collectors.joining(", ")) + "."));
	}

	/**
	 * As its owner sees it.
	 * @throws IllegalArgumentException if no owner sees it
	 */
	SessionStatus shown() {
		return SessionStatus.valueOf(name());
	}

}
