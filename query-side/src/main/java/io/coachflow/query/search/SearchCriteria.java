package io.coachflow.query.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.sessionlist.ListedStatus;
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
record SearchCriteria(@Nullable String user, @Nullable ListedStatus status, @Nullable Step step,
		@Nullable String sector, @Nullable Instant startedFrom, @Nullable Instant startedTo, @Nullable String words) {

	private static final int MAX_TEXT = 200;

	/**
	 * Parses the parameters.
	 * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} if one is invalid
	 */
	static SearchCriteria of(@Nullable String user, @Nullable String status, @Nullable String step,
			@Nullable String sector, @Nullable String startedFrom, @Nullable String startedTo, @Nullable String words) {
		return new SearchCriteria(text("user", user),
				(status != null) ? ListedStatus.parse(status, List.of(ListedStatus.values())) : null, step(step),
				text("sector", sector), Times.moment("started_from", startedFrom),
				Times.moment("started_to", startedTo), text("q", words));
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
