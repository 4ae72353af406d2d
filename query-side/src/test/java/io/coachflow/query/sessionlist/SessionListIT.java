package io.coachflow.query.sessionlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.FindDueSessions;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.ProjectionDriver;
import io.coachflow.query.SessionStory;
import io.coachflow.query.TestStores;
import io.coachflow.query.paging.SessionCursor;
import io.coachflow.query.projection.Slot;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The list of sessions in PostgreSQL: written by the projection, read by its owner.
 */
class SessionListIT {

	private static final Instant NOW = SessionStory.START.plusSeconds(600);

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final EmbeddedEventStore log = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine())
		.build();

	private Slot live = Slot.BLUE;

	private ProjectionDriver projection;

	private SessionList list;

	@BeforeEach
	void empty() {
		stores.clear("session_list", "session_list_b");
		this.projection = projection(Slot.BLUE);
		this.list = list(NOW);
	}

	@AfterEach
	void closeLog() {
		this.log.shutDown();
	}

	@Test
	void helpRenewsTheSessionAndMovesItNowhere() {
		SessionStory story = SessionStory.started().answers(Step.VISION).isHelped(HelpKind.QUESTIONS, Step.MISSION);
		this.projection.handle(story.events());

		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).singleElement().satisfies((it) -> {
			assertThat(it.currentStep()).isEqualTo("mission");
			assertThat(it.sequence()).isEqualTo(2);
			assertThat(it.expiresAt()).isEqualTo(SessionStory.START.plusSeconds(2).plus(SessionStory.TTL));
		});
	}

	@Test
	void aRowTellsHowTheSessionStands() {
		SessionStory story = SessionStory.started().answers(Step.VISION).answers(Step.MISSION);
		this.projection.handle(story.events());

		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).singleElement().satisfies((it) -> {
			assertThat(it.sessionId()).isEqualTo(story.id());
			assertThat(it.status()).isEqualTo(SessionStatus.IN_PROGRESS);
			assertThat(it.currentStep()).isEqualTo("clientele");
			assertThat(it.progress()).containsExactly(Map.entry("vision", true), Map.entry("mission", true),
					Map.entry("clientele", false), Map.entry("differentiation", false), Map.entry("offre", false));
			assertThat(it.business()).isEqualTo(new Business("Teranga Table", "restaurant", "Dakar", null));
			assertThat(it.sequence()).isEqualTo(2);
			assertThat(it.startedAt()).isEqualTo(SessionStory.START);
			assertThat(it.updatedAt()).isEqualTo(SessionStory.START.plusSeconds(2));
			assertThat(it.expiresAt()).isEqualTo(SessionStory.START.plusSeconds(2).plus(SessionStory.TTL));
		});
	}

	@Test
	void aCompletedSessionHasNoExpiry() {
		this.projection.handle(SessionStory.started().answersAll().completes().events());

		assertThat(list(NOW.plus(Duration.ofDays(9))).page("demo", SessionFilter.ALL, null, 10)).singleElement()
			.satisfies((it) -> {
				assertThat(it.status()).isEqualTo(SessionStatus.COMPLETED);
				assertThat(it.currentStep()).isEqualTo("completed");
				assertThat(it.expiresAt()).isNull();
			});
	}

	@Test
	void timeExpiresASessionBeforeTheEventDoes() {
		this.projection.handle(SessionStory.started().events());
		Instant expiry = SessionStory.START.plus(SessionStory.TTL);

		assertThat(statuses(expiry.minusMillis(1))).containsExactly(SessionStatus.INITIALIZED);
		assertThat(statuses(expiry)).containsExactly(SessionStatus.EXPIRED);
	}

	@Test
	void aResumedSessionStandsWhereItStood() {
		SessionStory story = SessionStory.started().answers(Step.VISION).expires();
		this.projection.handle(story.events());
		assertThat(statuses(NOW)).containsExactly(SessionStatus.EXPIRED);

		this.projection.handle(story.resumes().events(3));

		assertThat(statuses(NOW)).containsExactly(SessionStatus.IN_PROGRESS);
	}

	@Test
	void ownersSeeTheirOwnAndNoDeletedOnes() {
		SessionStory mine = SessionStory.started("demo", SessionStory.START);
		this.projection.handle(mine.events());
		this.projection.handle(SessionStory.started("other", SessionStory.START).events());
		this.projection.handle(SessionStory.started("demo", SessionStory.START).deletes().events());

		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).extracting(SessionSummary::sessionId)
			.containsExactly(mine.id());
	}

	@Test
	void pagesShowEachSessionOnceTheNewestFirst() {
		List<SessionStory> stories = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			// Three start at a time
			stories.add(SessionStory.started("demo", SessionStory.START.plusSeconds(i / 3)));
		}
		this.projection.handle(stories.stream().flatMap((it) -> it.events().stream()).toList());

		List<String> paged = new ArrayList<>();
		SessionCursor cursor = null;
		List<SessionSummary> page;
		do {
			page = this.list.page("demo", SessionFilter.ALL, cursor, 4);
			paged.addAll(page.stream().map(SessionSummary::sessionId).toList());
			cursor = new SessionCursor(page.getLast().startedAt(), page.getLast().sessionId());
		}
		while (page.size() == 4);

		assertThat(paged).containsExactlyElementsOf(stories.stream()
			.sorted(Comparator.comparing((SessionStory it) -> it.events().getFirst().getTimestamp())
				.thenComparing(SessionStory::id)
				.reversed())
			.map(SessionStory::id)
			.toList());
	}

	@Test
	void batchesOfAnySizeMakeTheSameRow() {
		List<SessionStory> stories = List.of(eventful(), eventful(), eventful());
		this.projection.handle(stories.get(0).events());
		this.projection.handleOneByOne(stories.get(1).events());
		List<DomainEventMessage<?>> events = stories.get(2).events();
		for (int from = 0; from < events.size(); from += 2) {
			this.projection.handle(events.subList(from, Math.min(from + 2, events.size())));
		}

		List<SessionSummary> rows = this.list.page("demo", SessionFilter.ALL, null, 10);
		assertThat(rows).hasSize(3)
			.allSatisfy((it) -> assertThat(it).usingRecursiveComparison()
				.ignoringFields("sessionId")
				.isEqualTo(rows.getFirst()));
		assertThat(rows.getFirst().sequence()).isEqualTo(5);
		assertThat(rows.getFirst().currentStep()).isEqualTo("clientele");
	}

	@Test
	void eventsThatComeAgainChangeNothing() {
		SessionStory story = eventful();
		this.projection.handle(story.events());
		List<SessionSummary> before = this.list.page("demo", SessionFilter.ALL, null, 10);

		this.projection.handle(story.events());
		this.projection.handleOneByOne(story.events());
		this.projection.handle(story.events().subList(1, 3));

		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).isEqualTo(before);
	}

	@Test
	void aRebuildWritesBesideWhatReadersRead() {
		SessionStory story = SessionStory.started();
		this.projection.handle(story.events());
		projection(Slot.GREEN).handle(story.answers(Step.VISION).events());

		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).extracting(SessionSummary::sequence)
			.containsExactly(0L);
		this.live = Slot.GREEN;
		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).extracting(SessionSummary::sequence)
			.containsExactly(1L);

		SessionListConfiguration.TABLES.clear(Slot.BLUE, stores.jdbc());
		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).hasSize(1);
		this.live = Slot.BLUE;
		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).isEmpty();
	}

	@Test
	void theLogTellsOfWhatTheTableHasNotHeard() {
		SessionStory known = SessionStory.started("demo", SessionStory.START);
		SessionStory behind = SessionStory.started("demo", SessionStory.START.plusSeconds(10));
		this.projection.handle(known.events());
		this.projection.handle(behind.events());
		SessionStory unheardOf = SessionStory.started("demo", SessionStory.START.plusSeconds(5));

		this.log.publish(behind.answers(Step.VISION).events());
		this.log.publish(unheardOf.events());

		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10))
			.extracting(SessionSummary::sessionId, SessionSummary::sequence)
			.containsExactly(tuple(behind.id(), 1L), tuple(unheardOf.id(), 0L), tuple(known.id(), 0L));
	}

	@Test
	void whatWasDeletedAMomentAgoIsGone() {
		SessionStory story = SessionStory.started();
		this.projection.handle(story.events());
		this.log.publish(story.deletes().events());

		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).isEmpty();
	}

	@Test
	void aLateSessionStaysOnItsPage() {
		List<SessionStory> stories = IntStream.range(0, 4)
			.mapToObj((i) -> SessionStory.started("demo", SessionStory.START.plusSeconds(i)))
			.toList();
		stories.subList(0, 3).forEach((it) -> this.projection.handle(it.events()));
		this.log.publish(stories.get(3).events());
		List<SessionSummary> first = this.list.page("demo", SessionFilter.ALL, null, 2);
		SessionCursor cursor = new SessionCursor(first.getLast().startedAt(), first.getLast().sessionId());

		assertThat(first).extracting(SessionSummary::sessionId)
			.containsExactly(stories.get(3).id(), stories.get(2).id());
		assertThat(this.list.page("demo", SessionFilter.ALL, cursor, 2)).extracting(SessionSummary::sessionId)
			.containsExactly(stories.get(1).id(), stories.get(0).id());
	}

	@Test
	void liveSessionsWhoseTimeIsUpAreDueInTheOrderOfTheirIds() {
		List<String> due = IntStream.range(0, 5).mapToObj((_) -> {
			SessionStory story = SessionStory.started("demo", SessionStory.START);
			this.projection.handle(story.events());
			return story.id();
		}).sorted().toList();
		this.projection.handle(SessionStory.started("demo", SessionStory.START.plusMillis(1)).events());
		this.projection.handle(SessionStory.started().answersAll().completes().events());
		this.projection.handle(SessionStory.started().expires().events());
		this.projection.handle(SessionStory.started().deletes().events());
		Instant now = SessionStory.START.plus(SessionStory.TTL);

		assertThat(this.list.handle(new FindDueSessions(now, "", 10))).isEqualTo(due);
		assertThat(this.list.handle(new FindDueSessions(now, due.get(1), 2))).isEqualTo(due.subList(2, 4));
		assertThat(this.list.handle(new FindDueSessions(now.minusMillis(1), "", 10))).isEmpty();
	}

	@Test
	void aBatchWithAnEventThatPostgresqlRefusesIsRolledBack() {
		SessionStory good = SessionStory.started();
		SessionStory bad = SessionStory.started(UUID.randomUUID().toString(), "demo", SessionStory.START,
				new Business("No text has a \0", null, null, null), "en");
		List<DomainEventMessage<?>> batch = List.of(good.events().getFirst(), bad.events().getFirst());

		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.projection.handle(batch));
		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).isEmpty();
	}

	@Test
	void anUnknownEventIsNotPassedOver() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.projection.handleUnknown("CoachingSession", "io.coachflow.session.moved"))
			.withMessageContaining("io.coachflow.session.moved");
	}

	@Test
	void theVerifierSeesAllSessionsPageByPage() {
		List<String> ids = IntStream.range(0, 5).mapToObj((i) -> {
			SessionStory story = SessionStory.started("user" + i, SessionStory.START).deletes();
			this.projection.handle(story.events());
			return story.id();
		}).sorted().toList();
		KnownSessions sessions = new KnownSessions(stores.jdbc(), (_) -> this.live);

		assertThat(sessions.page("", 3)).containsExactly(Map.entry(ids.get(0), 1L), Map.entry(ids.get(1), 1L),
				Map.entry(ids.get(2), 1L));
		assertThat(sessions.page(ids.get(2), 3)).containsOnlyKeys(ids.get(3), ids.get(4));
		assertThat(sessions.sequenceOf(ids.getFirst())).contains(1L);
		assertThat(sessions.sequenceOf("nobody's")).isEmpty();
	}

	@Test
	void theSelfAuditComparesRowsWithTheLog() {
		SessionListCheck check = new SessionListCheck(stores.jdbc(), known(), this.log);
		SessionStory story = SessionStory.started().answers(Step.VISION);
		this.log.publish(story.events());
		DomainEventMessage<?> last = story.events().getLast();

		assertThat(check.differences(last)).containsExactly("missing");
		this.projection.handle(story.events().subList(0, 1));
		assertThat(check.differences(last)).containsExactly("missing");
		this.projection.handle(story.events());
		assertThat(check.differences(last)).isEmpty();

		stores.jdbc().sql("UPDATE session_list SET phase = 'completed', answered = 4").update();
		assertThat(check.differences(last)).containsExactly("phase", "answered");
		stores.jdbc().sql("UPDATE session_list SET sequence = 2").update();
		assertThat(check.differences(last)).as("A later event is on its way").isEmpty();
	}

	private static SessionStory eventful() {
		return SessionStory.started("demo", SessionStory.START)
			.isAskedBack(Step.VISION, "Hm.")
			.answers(Step.VISION)
			.after(Duration.ofHours(3))
			.expires()
			.resumes()
			.answers(Step.MISSION);
	}

	private List<SessionStatus> statuses(Instant now) {
		return list(now).page("demo", SessionFilter.ALL, null, 10).stream().map(SessionSummary::status).toList();
	}

	private SessionList list(Instant now) {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		return SessionListFixture.list(stores, known(), this.log, clock);
	}

	private static ProjectionDriver projection(Slot slot) {
		return SessionListFixture.projection(stores, slot);
	}

	private KnownSessions known() {
		return new KnownSessions(stores.jdbc(), (_) -> this.live);
	}

}
