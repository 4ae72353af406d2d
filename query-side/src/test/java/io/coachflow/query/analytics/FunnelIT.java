package io.coachflow.query.analytics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.contracts.rest.CostReport;
import io.coachflow.contracts.rest.FunnelReport;
import io.coachflow.contracts.rest.StepReport;
import io.coachflow.contracts.session.AnswerOrigin;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.ProjectionDriver;
import io.coachflow.query.SessionStory;
import io.coachflow.query.TestStores;
import io.coachflow.query.analytics.FunnelFigures.Grouping;
import io.coachflow.query.projection.Slot;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The funnel in PostgreSQL: written by the projection, added up for analysts.
 */
class FunnelIT {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private Slot live = Slot.BLUE;

	private ProjectionDriver projection;

	private FunnelFigures figures;

	@BeforeEach
	void empty() {
		for (Slot slot : Slot.values()) {
			FunnelConfiguration.TABLES.clear(slot, stores.jdbc());
		}
		this.projection = projection(Slot.BLUE);
		this.figures = new FunnelFigures(stores.jdbc(), (_) -> this.live);
	}

	@Test
	void aGroupTellsHowFarItsSessionsCame() {
		this.projection.handle(SessionStory.started().events());
		this.projection.handle(SessionStory.started().isAskedBack(Step.VISION, "Hm.").answers(Step.VISION).events());
		this.projection.handle(SessionStory.started().answers(Step.VISION).answers(Step.MISSION).expires().events());
		this.projection.handle(SessionStory.started().answersAll().completes().events());

		assertThat(this.figures.funnel(DAY, DAY, Grouping.DAY).groups())
			.containsExactly(new FunnelReport.Group("2026-11-22", 4,
					Map.of("vision", 4L, "mission", 3L, "clientele", 2L, "differentiation", 1L, "offre", 1L), 1, 1, 1,
					0, 0, 0, 0, 1, 0, 1, 0, 0, 0));
	}

	@Test
	void helpAndWhatWasTakenOfItAreCounted() {
		SessionStory helped = SessionStory.started()
			.isHelped(HelpKind.QUESTIONS, Step.VISION)
			.isHelped(HelpKind.PROPOSALS, Step.VISION)
			.takes(AnswerOrigin.PROPOSAL, Step.VISION)
			.takes(AnswerOrigin.CHOICE, Step.MISSION);
		this.projection.handle(helped.events());
		this.projection.handle(SessionStory.started().isHelped(HelpKind.REFORMULATION, Step.VISION).events());
		// Counting again what comes again would change the sums
		this.projection.handle(helped.events().subList(1, 4));

		FunnelReport.Group group = this.figures.funnel(DAY, DAY, Grouping.DAY).groups().getFirst();
		assertThat(group.helpGiven()).isEqualTo(3);
		assertThat(group.proposalsTaken()).isEqualTo(1);
	}

	@Test
	void whatHelpQuestionsBackAndCorrectionsComeToIsCounted() {
		this.projection.handle(SessionStory.started()
			.isAskedBack(Step.VISION, "Hm.")
			.isAskedBack(Step.VISION, "Well.")
			.isHelped(HelpKind.QUESTIONS, Step.VISION)
			.answersAll()
			.completes()
			.revises(Step.VISION, "Three kitchens.")
			.revises(Step.VISION, "Four kitchens.")
			.events());
		this.projection.handle(SessionStory.started().isAskedBack(Step.VISION, "Hm.").expires().events());
		this.projection.handle(SessionStory.started().isHelped(HelpKind.QUESTIONS, Step.VISION).events());

		FunnelReport.Group group = this.figures.funnel(DAY, DAY, Grouping.DAY).groups().getFirst();
		assertThat(group.askedBack()).isEqualTo(3);
		assertThat(group.answersRevised()).isEqualTo(2);
		assertThat(group.givenUp()).isEqualTo(1);
		assertThat(group.helped()).isEqualTo(2);
		assertThat(group.helpedCompleted()).isEqualTo(1);
		assertThat(group.clarified()).isEqualTo(2);
		assertThat(group.clarifiedCompleted()).isEqualTo(1);
	}

	/** A segment that was behind, or a batch that was taken back by a crash. */
	@Test
	void eventsThatComeAgainInBatchesOfAnotherSizeChangeNothing() {
		SessionStory story = SessionStory.started()
			.isAskedBack(Step.VISION, "Hm.")
			.answers(Step.VISION)
			.isAskedBack(Step.MISSION, "Hm.")
			.expires()
			.resumes()
			.answers(Step.MISSION);
		this.projection.handle(story.events().subList(0, 3));
		this.projection.handle(story.events().subList(1, 5));
		this.projection.handle(story.events());
		this.projection.handle(story.events().subList(3, 7));

		assertThat(stores.jdbc()
			.sql("SELECT clarifications, expirations, vision_at IS NOT NULL AS vision, mission_at IS NOT NULL AS mission FROM session_funnel")
			.query()
			.singleRow()).isEqualTo(Map.of("clarifications", 2, "expirations", 1, "vision", true, "mission", true));
	}

	@Test
	void sessionsAreCountedOnTheDayOnWhichTheyStarted() {
		Instant lastMoment = Instant.parse("2026-11-22T23:59:59.999Z");
		this.projection.handle(SessionStory.started("demo", lastMoment).answers(Step.VISION).events());
		this.projection.handle(SessionStory.started("demo", lastMoment.plusMillis(1)).events());

		assertThat(this.figures.funnel(DAY, DAY.plusDays(1), Grouping.DAY).groups())
			.extracting(FunnelReport.Group::group, FunnelReport.Group::started)
			.containsExactly(tuple("2026-11-22", 1L), tuple("2026-11-23", 1L));
		assertThat(this.figures.funnel(DAY, DAY, Grouping.DAY).groups()).hasSize(1);
		assertThat(this.figures.funnel(DAY.plusDays(2), DAY.plusDays(9), Grouping.DAY).groups()).isEmpty();
	}

	@Test
	void groupsAreSectorsOrLanguagesAsWell() {
		this.projection.handle(story("restaurant", "fr").events());
		this.projection.handle(story("restaurant", "en").events());
		this.projection.handle(story("fashion", "en").answers(Step.VISION).events());

		assertThat(this.figures.funnel(DAY, DAY, Grouping.SECTOR).groups())
			.extracting(FunnelReport.Group::group, FunnelReport.Group::started)
			.containsExactly(tuple("fashion", 1L), tuple("restaurant", 2L));
		FunnelReport languages = this.figures.funnel(DAY, DAY, Grouping.LANGUAGE);
		assertThat(languages.groupBy()).isEqualTo("language");
		assertThat(languages.groups()).extracting(FunnelReport.Group::group).containsExactly("en", "fr");
	}

	@Test
	void packagesCountOnceTheyHaveAResult() {
		SessionStory complete = SessionStory.started().answersAll().completes();
		SessionStory partial = SessionStory.started().answersAll().completes();
		SessionStory failed = SessionStory.started().answersAll().completes();
		// The package's events may come before the session's
		this.projection.handle(List.of(completed(complete, 9, PackageStatus.COMPLETE),
				completed(partial, 9, PackageStatus.PARTIAL), completed(failed, 9, PackageStatus.FAILED)));
		List.of(complete, partial, failed).forEach((it) -> this.projection.handle(it.events()));

		FunnelReport.Group group = this.figures.funnel(DAY, DAY, Grouping.DAY).groups().getFirst();
		assertThat(group.packageReady()).isEqualTo(2);
		assertThat(group.packagePartial()).isEqualTo(1);

		this.projection.handle(List.of(completed(partial, 15, PackageStatus.COMPLETE)));
		this.projection.handle(List.of(completed(partial, 9, PackageStatus.PARTIAL)));
		assertThat(this.figures.funnel(DAY, DAY, Grouping.DAY).groups().getFirst().packagePartial()).isZero();
	}

	@Test
	void eventsThatComeAgainAreNotCountedTwice() {
		SessionStory story = SessionStory.started()
			.isAskedBack(Step.VISION, "Hm.")
			.answers(Step.VISION)
			.expires()
			.resumes()
			.expires();
		this.projection.handle(story.events());
		Map<String, Object> before = row(story);

		this.projection.handle(story.events());
		this.projection.handleOneByOne(story.events());
		this.projection.handle(story.events().subList(1, 3));

		assertThat(row(story)).isEqualTo(before)
			.containsEntry("clarifications", 1)
			.containsEntry("expirations", 2)
			.containsEntry("sequence", 5L);
	}

	@Test
	void batchesOfAnySizeMakeTheSameRow() {
		SessionStory one = SessionStory.started().isAskedBack(Step.VISION, "Hm.").answersAll().expires().completes();
		SessionStory other = SessionStory.started().isAskedBack(Step.VISION, "Hm.").answersAll().expires().completes();
		this.projection.handle(one.events());
		this.projection.handleOneByOne(other.events());

		assertThat(row(one)).usingRecursiveComparison().ignoringFields("session_id").isEqualTo(row(other));
	}

	@Test
	void stepsTakeTheTimeFromTheirShowingToTheirAnswer() {
		for (int seconds : new int[] { 10, 20, 30, 40, 100 }) {
			this.projection.handle(SessionStory.started()
				.after(Duration.ofSeconds(seconds))
				.answers(Step.VISION)
				.after(Duration.ofSeconds(5))
				.isAskedBack(Step.MISSION, "Hm.")
				.after(Duration.ofSeconds(7))
				.answers(Step.MISSION)
				.events());
		}

		StepReport report = this.figures.steps(DAY, DAY, null, null);

		assertThat(report.steps()).containsExactly(new StepReport.Timing("vision", 5, 30.0, 76.0),
				new StepReport.Timing("mission", 5, 12.0, 12.0), new StepReport.Timing("clientele", 0, null, null),
				new StepReport.Timing("differentiation", 0, null, null), new StepReport.Timing("offre", 0, null, null));
	}

	@Test
	void stepsOfASectorOrALanguageAlone() {
		this.projection.handle(story("restaurant", "fr").answers(Step.VISION).events());
		this.projection.handle(story("restaurant", "en").answers(Step.VISION).events());
		this.projection.handle(story("fashion", "en").answers(Step.VISION).events());

		assertThat(answered("restaurant", null)).isEqualTo(2);
		assertThat(answered(null, "en")).isEqualTo(2);
		assertThat(answered("restaurant", "en")).isEqualTo(1);
		assertThat(answered("farming", null)).isZero();
	}

	@Test
	void costsAreThoseOfEachResultOnce() {
		SessionStory story = SessionStory.started();
		List<DomainEventMessage<?>> results = new ArrayList<>();
		results.add(succeeded(story, Agent.SEO, 1, "a-model", "0.25"));
		results.add(succeeded(story, Agent.SEO, 2, "a-model", "0.50"));
		results.add(succeeded(story, Agent.LOGO, 1, "rules", "0"));
		this.projection.handle(results);
		this.projection.handleOneByOne(results);

		assertThat(this.figures.costs(DAY, DAY).costs()).usingRecursiveFieldByFieldElementComparator()
			.satisfiesExactly((it) -> assertThat(it).isEqualTo(cost("logo", "rules", 1, it.price())), (it) -> {
				assertThat(it).isEqualTo(cost("seo", "a-model", 2, it.price()));
				assertThat(it.price()).isEqualByComparingTo("0.75");
			});
		assertThat(this.figures.costs(DAY.minusDays(9), DAY.minusDays(1)).costs()).isEmpty();
	}

	@Test
	void aRebuildWritesBesideWhatReadersRead() {
		projection(Slot.GREEN).handle(SessionStory.started().events());
		projection(Slot.GREEN).handle(List.of(succeeded(SessionStory.started(), Agent.SEO, 1, "a-model", "1")));

		assertThat(this.figures.funnel(DAY, DAY, Grouping.DAY).groups()).isEmpty();
		this.live = Slot.GREEN;
		assertThat(this.figures.funnel(DAY, DAY, Grouping.DAY).groups()).hasSize(1);
		assertThat(this.figures.costs(DAY, DAY).costs()).hasSize(1);

		FunnelConfiguration.TABLES.clear(Slot.BLUE, stores.jdbc());
		assertThat(this.figures.costs(DAY, DAY).costs()).hasSize(1);
		FunnelConfiguration.TABLES.clear(Slot.GREEN, stores.jdbc());
		assertThat(this.figures.costs(DAY, DAY).costs()).isEmpty();
		assertThat(this.figures.funnel(DAY, DAY, Grouping.DAY).groups()).isEmpty();
	}

	@Test
	void aStartThatLacksWhatARowNeedsFailsByItself() {
		SessionStory story = story("restaurant", null);

		assertThatNullPointerException().isThrownBy(() -> this.projection.handle(story.events()));
	}

	@Test
	void anUnknownEventIsNotPassedOver() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.projection.handleUnknown("CoachingSession", "io.coachflow.session.moved"));
	}

	private long answered(@Nullable String sector, @Nullable String language) {
		return this.figures.steps(DAY, DAY, sector, language).steps().getFirst().answered();
	}

	private static SessionStory story(String sector, @Nullable String language) {
		return SessionStory.started(UUID.randomUUID().toString(), "demo", SessionStory.START,
				new Business(null, sector, null, null), language);
	}

	private static CostReport.Cost cost(String agent, String model, long results, BigDecimal price) {
		return new CostReport.Cost(DAY, agent, model, results, results * 100, results * 10, price);
	}

	private static DomainEventMessage<?> completed(SessionStory story, long sequence, PackageStatus status) {
		return message(story, sequence, new PackageCompleted(PackageIds.of(story.id()), story.id(), status));
	}

	private static DomainEventMessage<?> succeeded(SessionStory story, Agent agent, int generation, String model,
			String price) {
		return message(story, generation,
				new AgentSucceeded(PackageIds.of(story.id()), story.id(), agent, generation, 1, AgentSource.MODEL,
						new SiteTemplates(List.of()),
						new Receipt(model, "v", "digest", 100, 10, new BigDecimal(price), 2300, null)));
	}

	private static DomainEventMessage<?> message(SessionStory story, long sequence, BusinessPackageEvent event) {
		return new GenericDomainEventMessage<>("BusinessPackage", PackageIds.of(story.id()), sequence, event, Map.of(),
				UUID.randomUUID().toString(), SessionStory.START);
	}

	private static Map<String, Object> row(SessionStory story) {
		return stores.jdbc()
			.sql("SELECT * FROM session_funnel WHERE session_id = ?")
			.param(story.id())
			.query()
			.singleRow();
	}

	private static ProjectionDriver projection(Slot slot) {
		return new ProjectionDriver(
				new FunnelConfiguration().funnelModel(stores.jdbc(), stores.batches()).projection().apply(slot),
				stores);
	}

}
