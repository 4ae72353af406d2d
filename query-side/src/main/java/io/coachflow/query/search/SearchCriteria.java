package io.coachflow.query.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.time.Times;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a search; an absent one matches every session.
 *
 * @param step the step to answer next
 * @param startedFrom started then or later
 * @param startedTo started before
 * @param words search terms as typed
 */
record SearchCriteria(@Nullable String user, @Nullable Status status, @Nullable Step step, @Nullable String sector,
		@Nullable Instant startedFrom, @Nullable Instant startedTo, @Nullable String words) {

	private static final int MAX_TEXT = 200;

	/** The status of a session as an auditor sees it. */
	enum Status {

		INITIALIZED("phase = 'live' AND answered = 0 AND expires_at > :now"),
		IN_PROGRESS("phase = 'live' AND answered > 0 AND expires_at > :now"), COMPLETED("phase = 'completed'"),
		EXPIRED("(phase = 'expired' OR phase = 'live' AND expires_at <= :now)"), DELETED("phase = 'deleted'");

		private final String condition;

		Status(String condition) {
			this.condition = condition;
		}

		/** The condition on a row of the list. */
		String condition() {
			return this.condition;
		}

		/** The status of a row of the list. */
		static Status of(String phase, int answered, Instant expiresAt, Instant now) {
			return switch (phase) {
				case "completed" -> COMPLETED;
				case "deleted" -> DELETED;
				case "expired" -> EXPIRED;
				default -> now.isBefore(expiresAt) ? ((answered == 0) ? INITIALIZED : IN_PROGRESS) : EXPIRED;
			};
		}

		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Parses the parameters.
	 * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} if one is invalid
	 */
	static SearchCriteria of(@Nullable String user, @Nullable String status, @Nullable String step,
			@Nullable String sector, @Nullable String startedFrom, @Nullable String startedTo, @Nullable String words) {
		return new SearchCriteria(text("user", user), status(status), step(step), text("sector", sector),
				Times.moment("started_from", startedFrom), Times.moment("started_to", startedTo), text("q", words));
	}

	private static @Nullable Status status(@Nullable String name) {
		if (name == null) {
			return null;
		}
		return Arrays.stream(Status.values())
			.filter((it) -> it.id().equals(name))
			.findFirst()
			.orElseThrow(() -> invalid("status is "
					+ Arrays.stream(Status.values()).map(Status::id).collect(Collectors.joining(", ")) + "."));
	}

	private static @Nullable Step step(@Nullable String name) {
		Optional<Step> step = (name != null) ? Step.of(name) : Optional.empty();
		if (name != null && step.isEmpty()) {
			throw invalid(
					"step is " + Arrays.stream(Step.values()).map(Step::id).collect(Collectors.joining(", ")) + ".");
		}
		return step.orElse(null);
	}

	private static @Nullable String text(String parameter, @Nullable String text) {
		if (text != null && (text.isBlank() || text.length() > MAX_TEXT)) {
			throw invalid(parameter + " has 1 to " + MAX_TEXT + " characters.");
		}
		return text;
	}

	private static ApiException invalid(String message) {
		return new ApiException(ErrorCode.INVALID_REQUEST, message);
	}

}
