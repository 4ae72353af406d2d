package io.coachflow.console.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.coachflow.console.api.ApiPath;
import io.coachflow.console.api.CoachflowApi;
import io.coachflow.contracts.rest.AdminActionPage;
import io.coachflow.contracts.rest.DeadLetterOutcome;
import io.coachflow.contracts.rest.DeadLetterPage;
import io.coachflow.contracts.rest.ProjectionList;
import io.coachflow.contracts.rest.ProjectionView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What the page reads and does, with the operator's own token. Lines over time come from
 * samples that are taken while somebody looks; each is read with that operator's token,
 * so nobody sees a sample who may not read the meters.
 */
@Component
class OperationsApi {

	private static final String PROJECTIONS = "/api/v1/admin/projections";

	private static final String LETTERS = "/api/v1/admin/dead-letters";

	private static final int LETTERS_SHOWN = 20;

	private static final int ACTIONS_SHOWN = 10;

	private final Ring<LagSample> lags = new Ring<>(Duration.ofMinutes(5), Duration.ofSeconds(1), LagSample::at);

	private final Ring<MeterSample> meters = new Ring<>(Duration.ofHours(1), Duration.ofSeconds(10), MeterSample::at);

	private final CoachflowApi api;

	private final HealthCalls health;

	private final Clock clock;

	OperationsApi(CoachflowApi api, Clock clock) {
		this.api = api;
		this.health = new HealthCalls((path) -> api.get(JsonNode.class, path));
		this.clock = clock;
	}

	Loaded<ProjectionTable> projections() {
		return Loaded.of(() -> {
			ProjectionList list = list();
			Instant now = this.clock.instant();
			return ProjectionTable.of(list, this.lags.add(LagSample.of(now, list)), this.lags.kept(), now);
		});
	}

	Loaded<LetterTable> letters(@Nullable String page) {
		return Loaded.of(() -> letterTable(page));
	}

	Loaded<MeterView> meters() {
		return Loaded.of(() -> {
			String text = this.api.call(HttpMethod.GET, "/actuator/prometheus")
				.accept(MediaType.TEXT_PLAIN)
				.as(String.class);
			return MeterView.of(this.meters.add(MeterSample.of(this.clock.instant(), text)), this.meters.kept());
		});
	}

	Loaded<HealthView> health() {
		return Loaded.of(this.health::read);
	}

	Loaded<List<ActionRow>> actions() {
		return Loaded.of(() -> this.api.get(AdminActionPage.class, "/api/v1/admin/actions?limit={limit}", ACTIONS_SHOWN)
			.actions()
			.stream()
			.map(ActionRow::of)
			.toList());
	}

	/**
	 * Looks up what a question is about.
	 * @param page the page of dead letters that has it
	 */
	Asked ask(Question question, String target, @Nullable String page) {
		return question.isAboutProjection() ? Asked.aboutProjection(question, target, list().projections())
				: Asked.aboutLetters(question, target, letterTable(page).rows());
	}

	Outcome act(Question question, String target) {
		return switch (question) {
			case REBUILD, CONFIRM, ROLL_BACK -> {
				ProjectionView view = this.api.post(ProjectionView.class, null,
						PROJECTIONS + "/{name}/" + question.id(), target);
				yield new Outcome(question, view.name(), 0, 0);
			}
			case RETRY ->
				Outcome.of(question, this.api.post(DeadLetterOutcome.class, null, LETTERS + "/{id}/retry", target));
			case DISCARD -> Outcome.of(question,
					this.api.call(HttpMethod.DELETE, LETTERS + "/{id}", target).as(DeadLetterOutcome.class));
		};
	}

	private ProjectionList list() {
		return this.api.get(ProjectionList.class, PROJECTIONS);
	}

	private LetterTable letterTable(@Nullable String page) {
		String path = ApiPath.of(LETTERS).query("limit", LETTERS_SHOWN).query("cursor", page).toString();
		return LetterTable.of(this.api.get(DeadLetterPage.class, path), page);
	}

}
