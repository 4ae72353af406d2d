package io.coachflow.query.search;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.FoundSession;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.ProjectionDriver;
import io.coachflow.query.SessionStory;
import io.coachflow.query.TestStores;
import io.coachflow.query.paging.SessionCursor;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.projection.UnloggedSlotsFixture;
import io.coachflow.query.sessionlist.SessionListFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What auditors find in PostgreSQL: by the words of answers, as the projection indexes
 * them, and by the columns of the list.
 */
class SessionSearchIT {

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final SearchWords words = new SearchWords();

	private Slot live = Slot.BLUE;

	private ProjectionDriver list;

	private ProjectionDriver answers;

	@BeforeEach
	void empty() {
		stores.clear("session_list", "answer_words", "answer_words_b", "token_entry");
		UnloggedSlotsFixture.cleared(stores, "session-search", 0);
		UnloggedSlotsFixture.cleared(stores, "session-search_b", 0);
		this.list = SessionListFixture.projection(stores);
		this.answers = answers(Slot.BLUE);
	}

	@Test
	void wordsAreFoundInAnyFormOfEitherLanguage() {
		String english = answered("We cook for families in Dakar, and deliver lunches.");
		String french = answered("Nous cuisinons pour les familles du marché, livraisons terminées à midi.");

		assertThat(found("cooking")).containsExactly(english);
		assertThat(found("lunch")).containsExactly(english);
		assertThat(found("livraison")).containsExactly(french);
		assertThat(found("marche")).containsExactly(french);
		assertThat(found("MARCHÉS")).containsExactly(french);
		assertThat(found("terminer")).containsExactly(french);
		assertThat(found("family")).containsExactly(english);
		assertThat(found("boat")).isEmpty();
	}

	@Test
	void whatWasOnlyOfferedIsNotFound() {
		SessionStory story = SessionStory.started()
			.isHelped(HelpKind.PROPOSALS, Step.VISION)
			.answers(Step.VISION, "We bake bread");
		handle(story);

		assertThat(found("offered")).isEmpty();
		assertThat(found("asked")).isEmpty();
		assertThat(found("bread")).containsExactly(story.id());
	}

	@Test
	void allWordsAreWantedUnlessToldOtherwise() {
		String bread = answered("We bake bread");
		String cake = answered("We bake cake");
		String both = answered("We bake bread and cake");

		assertThat(found("bake bread")).containsExactlyInAnyOrder(bread, both);
		assertThat(found("bread cake")).containsExactly(both);
		assertThat(found("bread or cake")).containsExactlyInAnyOrder(bread, cake, both);
		assertThat(found("bake -cake")).containsExactly(bread);
		assertThat(found("\"bread and cake\"")).containsExactly(both);
		assertThat(found("\"cake and bread\"")).isEmpty();
		assertThat(found("-bread -\"bake bread\"")).containsExactly(cake);
	}

	@Test
	void whatIsTypedIsNoSyntaxOfPostgresql() {
		String story = answered("Don't panic: a\\b & c | d");

		for (String typed : List.of("'", "\\", "&", "|", "!", "()", ":*", "' | '", "<->", "\"", "-", "- -", "or",
				"\0")) {
			assertThat(found(typed)).as(typed).isEmpty();
		}
		assertThat(found("don't")).containsExactly(story);
		assertThat(found("panic'")).containsExactly(story);
	}

	@Test
	void wordsOfASingleAnswerAreLookedForTogether() {
		SessionStory story = SessionStory.started()
			.answers(Step.VISION, "A bakery")
			.answers(Step.MISSION, "Fresh bread");
		handle(story);

		assertThat(found("bakery")).containsExactly(story.id());
		assertThat(found("bakery bread")).isEmpty();
	}

	@Test
	void answersThatWereAskedBackAreFound() {
		SessionStory story = SessionStory.started().isAskedBack(Step.VISION, "Something with drones");
		handle(story);

		assertThat(found("drone")).containsExactly(story.id());
	}

	@Test
	void scriptsWithoutSpacesAreFound() {
		String story = answered("私は東京でパンを焼きます");

		assertThat(found("東京")).containsExactly(story);
		assertThat(found("京都")).isEmpty();
	}

	@Test
	void eventsThatComeAgainChangeNothing() {
		SessionStory story = SessionStory.started().answers(Step.VISION, "A bakery").isAskedBack(Step.MISSION, "Hm");
		handle(story);
		this.answers.handleOneByOne(story.events());

		assertThat(stores.jdbc().sql("SELECT count(*) FROM answer_words").query(Long.class).single()).isEqualTo(2);
		assertThat(found("bakery")).containsExactly(story.id());
	}

	@Test
	void theLongestAnswerIsKept() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 9_000; i++) {
			text.append(Integer.toString(i, 36)).append("ö ");
		}
		String story = answered(text + "end");

		assertThat(found("1ö")).containsExactly(story);
	}

	@Test
	void aRebuildWritesBesideWhatReadersRead() {
		SessionStory story = SessionStory.started().answers(Step.VISION, "A bakery");
		this.list.handle(story.events());
		answers(Slot.GREEN).handle(story.events());

		assertThat(found("bakery")).isEmpty();
		this.live = Slot.GREEN;
		assertThat(found("bakery")).containsExactly(story.id());

		AnswerWordsConfiguration.TABLES.clear(Slot.BLUE, stores.jdbc());
		assertThat(found("bakery")).hasSize(1);
		AnswerWordsConfiguration.TABLES.clear(Slot.GREEN, stores.jdbc());
		assertThat(found("bakery")).isEmpty();
	}

	@Test
	void sessionsAreFoundByWhatTheListKnows() {
		SessionStory started = SessionStory.started("amina", SessionStory.START);
		SessionStory going = SessionStory.started("amina", SessionStory.START.plusSeconds(1)).answers(Step.VISION);
		SessionStory completed = SessionStory.started("bintou", SessionStory.START.plusSeconds(2))
			.answersAll()
			.completes();
		SessionStory expired = SessionStory
			.started(UUID.randomUUID().toString(), "amina", SessionStory.START.plusSeconds(3),
					new Business(null, "fashion", null, null), "en")
			.expires();
		SessionStory deleted = SessionStory.started("bintou", SessionStory.START.plusSeconds(4)).deletes();
		List.of(started, going, completed, expired, deleted).forEach(this::handle);

		assertThat(found("amina", null, null, null, null, null)).containsExactly(expired.id(), going.id(),
				started.id());
		assertThat(found(null, "initialized", null, null, null, null)).containsExactly(started.id());
		assertThat(found(null, "in_progress", null, null, null, null)).containsExactly(going.id());
		assertThat(found(null, "completed", null, null, null, null)).containsExactly(completed.id());
		assertThat(found(null, "expired", null, null, null, null)).containsExactly(expired.id());
		assertThat(found(null, "deleted", null, null, null, null)).containsExactly(deleted.id());
		assertThat(found(null, null, "mission", null, null, null)).containsExactly(going.id());
		assertThat(found(null, null, null, "fashion", null, null)).containsExactly(expired.id());
		assertThat(found(null, null, null, null, "2026-11-22T12:00:01Z", "2026-11-22T12:00:03Z"))
			.containsExactly(completed.id(), going.id());
		assertThat(found("amina", "expired", null, "restaurant", null, null)).isEmpty();
	}

	@Test
	void timeExpiresASessionBeforeTheEventDoes() {
		SessionStory story = SessionStory.started();
		handle(story);
		Instant expiry = SessionStory.START.plus(SessionStory.TTL);
		SearchCriteria expired = SearchCriteria.of(null, "expired", null, null, null, null, null);

		assertThat(search(expiry.minusMillis(1)).find(expired, null, 10)).isEmpty();
		assertThat(search(expiry).find(expired, null, 10)).singleElement()
			.extracting(FoundSession::status)
			.isEqualTo("expired");
	}

	@Test
	void pagesShowEachSessionOnceTheNewestFirst() {
		List<String> expected = IntStream.range(0, 7).mapToObj((i) -> {
			SessionStory story = SessionStory.started("demo", SessionStory.START.minusSeconds(i))
				.answers(Step.VISION, "A bakery");
			handle(story);
			return story.id();
		}).toList();

		List<String> paged = new ArrayList<>();
		SessionCursor cursor = null;
		List<FoundSession> page;
		SearchCriteria bakeries = SearchCriteria.of(null, null, null, null, null, null, "bakery");
		do {
			page = search(SessionStory.START).find(bakeries, cursor, 3);
			paged.addAll(page.stream().map(FoundSession::sessionId).toList());
			cursor = new SessionCursor(page.getLast().startedAt(), page.getLast().sessionId());
		}
		while (page.size() == 3);

		assertThat(paged).isEqualTo(expected);
	}

	@Test
	void whoSearchesForWordsIsToldThatACrashHasTakenSome() {
		String bread = answered("We bake bread");
		UnloggedSlotsFixture.crash(stores, "answer_words", "answer_words_b");

		assertThatMissing("bread");
		assertThat(found(null, null, null, null, null, null)).containsExactly(bread);

		UnloggedSlotsFixture.cleared(stores, "session-search", 2);
		assertThatMissing("bread");

		answered("We bake cake");
		UnloggedSlotsFixture.reach(stores, "session-search", 1);
		assertThatMissing("cake");

		UnloggedSlotsFixture.reach(stores, "session-search", 2);
		assertThat(found("cake")).hasSize(1);
	}

	private void assertThatMissing(String words) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> found(words))
			.withMessage(SessionSearch.BEING_FILLED)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
	}

	@Test
	void anUnknownEventIsNotPassedOver() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.answers.handleUnknown("CoachingSession", "io.coachflow.session.moved"));
	}

	private String answered(String answer) {
		SessionStory story = SessionStory.started().answers(Step.VISION, answer);
		handle(story);
		return story.id();
	}

	private void handle(SessionStory story) {
		this.list.handle(story.events());
		this.answers.handle(story.events());
	}

	private List<String> found(String words) {
		SearchCriteria wanted = new SearchCriteria(null, null, null, null, null, null, words);
		return search(SessionStory.START).find(wanted, null, 10).stream().map(FoundSession::sessionId).toList();
	}

	private List<String> found(@Nullable String user, @Nullable String status, @Nullable String step,
			@Nullable String sector, @Nullable String from, @Nullable String to) {
		SearchCriteria wanted = SearchCriteria.of(user, status, step, sector, from, to, null);
		return search(SessionStory.START.plusSeconds(10)).find(wanted, null, 10)
			.stream()
			.map(FoundSession::sessionId)
			.toList();
	}

	private SessionSearch search(Instant now) {
		return new SessionSearch(stores.jdbc(), SessionListFixture.known(stores), (_) -> this.live,
				UnloggedSlotsFixture.in(stores), stores.transactionManager(), this.words,
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private ProjectionDriver answers(Slot slot) {
		return new ProjectionDriver(new AnswerWordsConfiguration()
			.answerWordsModel(stores.jdbc(), stores.batches().getJdbcOperations(), this.words)
			.projection()
			.apply(slot), stores);
	}

}
