package io.coachflow.query.sessionlist;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.ProjectionDriver;
import io.coachflow.query.SessionStory;
import io.coachflow.query.TestStores;
import io.coachflow.query.time.SqlTimes;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Owners look for their sessions by status and by name.
 */
class SessionFilterIT {

	private static final Instant NOW = SessionStory.START.plusSeconds(600);

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final EmbeddedEventStore log = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine())
		.build();

	private final ProjectionDriver projection = SessionListFixture.projection(stores);

	private final SessionList list = SessionListFixture.list(stores, SessionListFixture.known(stores), this.log,
			Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void empty() {
		stores.clear("session_list");
	}

	@AfterEach
	void closeLog() {
		this.log.shutDown();
	}

	@Test
	void ownersFindTheirOwnByStatusAndName() {
		SessionStory fresh = named("demo", "Le Café");
		SessionStory begun = named("demo", "LE CAFE 100%").answers(Step.VISION);
		SessionStory completed = named("demo", null).answersAll().completes();
		SessionStory expired = named("demo", "cafe\u0301").expires();
		List<SessionStory> others = List.of(named("other", "Le Café"), named("demo", "Le Café").deletes());
		Stream.concat(Stream.of(fresh, begun, completed, expired), others.stream())
			.forEach((it) -> this.projection.handle(it.events()));

		assertThat(found("initialized", null)).containsExactly(fresh.id());
		assertThat(found("in_progress", null)).containsExactly(begun.id());
		assertThat(found("completed", null)).containsExactly(completed.id());
		assertThat(found("expired", null)).containsExactly(expired.id());
		assertThat(found(null, "cafe")).containsExactlyInAnyOrder(fresh.id(), begun.id(), expired.id());
		assertThat(found(null, "LE CAFÉ")).containsExactlyInAnyOrder(fresh.id(), begun.id());
		assertThat(found(null, "%")).containsExactly(begun.id());
		assertThat(found("expired", "cafe")).containsExactly(expired.id());
		assertThat(found("completed", "cafe")).isEmpty();
		assertThat(found(null, "_")).isEmpty();
	}

	/** The last answer and the completion may come in two batches. */
	@Test
	void theFilterSeesTheStatusThatIsShown() {
		SessionStory story = SessionStory.started().answersAll();
		this.projection.handle(story.events());

		assertThat(this.list.page("demo", SessionFilter.ALL, null, 10)).extracting(SessionSummary::status)
			.containsExactly(SessionStatus.COMPLETED);
		assertThat(found("completed", null)).containsExactly(story.id());
		assertThat(found("in_progress", null)).isEmpty();
	}

	@Test
	void aSessionIsFoundByWhatItsOwnerMadeOfItAMomentAgo() {
		SessionStory behind = named("demo", "Le Café");
		this.projection.handle(behind.events());
		this.log.publish(behind.answersAll().completes().events());
		SessionStory unheardOf = named("demo", "Café du Port");
		this.log.publish(unheardOf.events());
		this.log.publish(named("other", "Café du Nord").events());

		assertThat(found("completed", null)).containsExactly(behind.id());
		assertThat(found("initialized", null)).containsExactly(unheardOf.id());
		assertThat(found("initialized", "port")).containsExactly(unheardOf.id());
		assertThat(found(null, "cafe")).containsExactlyInAnyOrder(behind.id(), unheardOf.id());
	}

	@Test
	void aNameIsFoundHoweverOldItIs() {
		SessionStory oldest = named("demo", "L’Aiguille");
		this.projection.handle(oldest.events());
		stores.jdbc()
			.sql("""
					INSERT INTO session_list (session_id, user_id, business_name, phase, answered, sequence, started_at,
					                          updated_at, expires_at)
					SELECT gen_random_uuid(), 'demo', 'Botte de foin ' || n, 'live', 0, 0, started, started,
					       started + interval '2 hours'
					FROM generate_series(1, 2500) n, LATERAL (SELECT :start + n * interval '1 microsecond') AS it (started)""")
			.param("start", SqlTimes.utc(SessionStory.START))
			.update();

		assertThat(found(null, "aiguille")).containsExactly(oldest.id());
		assertThat(found(null, "foin 1")).hasSize(10);
		assertThat(this.list.page("demo", SessionFilter.of(null, "foin"), null, 2_501)).hasSize(2_500);
	}

	private static SessionStory named(String owner, @Nullable String name) {
		return SessionStory.started(UUID.randomUUID().toString(), owner, SessionStory.START,
				new Business(name, null, null, null), "en");
	}

	private List<String> found(@Nullable String status, @Nullable String q) {
		return this.list.page("demo", SessionFilter.of(status, q), null, 10)
			.stream()
			.map(SessionSummary::sessionId)
			.toList();
	}

}
