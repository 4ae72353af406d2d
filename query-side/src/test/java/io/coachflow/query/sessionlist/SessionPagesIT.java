package io.coachflow.query.sessionlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.ProjectionDriver;
import io.coachflow.query.SessionStory;
import io.coachflow.query.TestStores;
import io.coachflow.query.paging.SessionCursor;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is asked for, and however far the projection is behind the log: the pages
 * together are the owner's sessions that match, each once, the newest first.
 */
class SessionPagesIT {

	private static final Instant NOW = SessionStory.START.plusSeconds(600);

	private static final List<String> NAMES = List.of("", "Le Café", "LE CAFE 100%", "a_b", "aXb", "Straße 10");

	/** What is typed, and the names that it finds. */
	private static final Map<String, Set<String>> FINDS = Map.of("café", Set.of("Le Café", "LE CAFE 100%"), "E C",
			Set.of("Le Café", "LE CAFE 100%"), "%", Set.of("LE CAFE 100%"), "A_B", Set.of("a_b"), "ss",
			Set.of("Straße 10"), "10", Set.of("LE CAFE 100%", "Straße 10"), "b", Set.of("a_b", "aXb"), "z", Set.of());

	private static final TestStores stores = TestStores.create();

	@BeforeContainer
	static void open() {
		stores.open();
	}

	@AfterContainer
	static void close() {
		stores.close();
	}

	/** What becomes of a session, and the status that its owner sees. */
	enum Fate {

		FRESH("initialized"), BEGUN("in_progress"), COMPLETED("completed"), EXPIRED("expired"), OVERDUE("expired"),
		RESUMED("in_progress"), DELETED("deleted");

		private final String status;

		Fate(String status) {
			this.status = status;
		}

		SessionStory of(String owner, String name, int second) {
			// Hours ago it was time for the one that nobody has ended
			Instant start = SessionStory.START.plusSeconds(second)
				.minus((this == OVERDUE) ? Duration.ofHours(3) : Duration.ZERO);
			SessionStory story = SessionStory.started(UUID.randomUUID().toString(), owner, start,
					new Business(name.isEmpty() ? null : name, null, null, null), "en");
			return switch (this) {
				case FRESH -> story;
				case BEGUN, OVERDUE -> story.answers(Step.VISION);
				case COMPLETED -> story.answersAll().completes();
				case EXPIRED -> story.answers(Step.VISION).expires();
				case RESUMED -> story.answers(Step.VISION).expires().resumes();
				case DELETED -> story.answers(Step.VISION).deletes();
			};
		}

	}

	/**
	 * A session.
	 *
	 * @param projected how many of its events the list has, at most
	 */
	record Given(SessionStory story, String owner, String name, Fate fate, int projected) {

		Instant startedAt() {
			return this.story.events().getFirst().getTimestamp();
		}

		boolean matches(@Nullable String status, @Nullable String q) {
			return this.owner.equals("demo") && this.fate != Fate.DELETED
					&& (status == null || status.equals(this.fate.status))
					&& (q == null || FINDS.getOrDefault(q, Set.of()).contains(this.name));
		}

	}

	@Provide
	static Arbitrary<List<Given>> sessions() {
		return Combinators
			.combine(Arbitraries.of("demo", "demo", "demo", "other"), Arbitraries.of(NAMES), Arbitraries.of(Fate.class),
					Arbitraries.integers().between(0, 4), Arbitraries.integers().between(0, 8))
			.as((owner, name, fate, second, projected) -> new Given(fate.of(owner, name, second), owner, name, fate,
					projected))
			.list()
			// The last twenty of a user are remembered as written
			.ofMaxSize(18);
	}

	@Provide
	static Arbitrary<String> statuses() {
		return Arbitraries.of("initialized", "in_progress", "completed", "expired").injectNull(0.4);
	}

	@Provide
	static Arbitrary<String> names() {
		return Arbitraries.of(FINDS.keySet()).injectNull(0.4);
	}

	@Property(tries = 150)
	void pagesAreAllThatMatchesInOrder(@ForAll("sessions") List<Given> sessions,
			@ForAll("statuses") @Nullable String status, @ForAll("names") @Nullable String q,
			@ForAll @IntRange(min = 1, max = 7) int limit) {
		stores.clear("session_list");
		EmbeddedEventStore log = EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
		try {
			SessionList list = SessionListFixture.list(stores, SessionListFixture.known(stores), log,
					Clock.fixed(NOW, ZoneOffset.UTC));
			ProjectionDriver projection = SessionListFixture.projection(stores);
			for (Given it : sessions) {
				log.publish(it.story().events());
				int known = Math.min(it.projected(), it.story().events().size());
				if (known > 0) {
					projection.handle(it.story().events().subList(0, known));
				}
			}

			assertThat(paged(list, SessionFilter.of(status, q), limit)).containsExactlyElementsOf(sessions.stream()
				.filter((it) -> it.matches(status, q))
				.sorted(Comparator.comparing(Given::startedAt).thenComparing((it) -> it.story().id()).reversed())
				.map((it) -> it.story().id())
				.toList());
		}
		finally {
			log.shutDown();
		}
	}

	private static List<String> paged(SessionList list, SessionFilter wanted, int limit) {
		List<String> paged = new ArrayList<>();
		SessionCursor cursor = null;
		List<SessionSummary> page;
		do {
			page = list.page("demo", wanted, cursor, limit);
			paged.addAll(page.stream().map(SessionSummary::sessionId).toList());
			cursor = page.isEmpty() ? null : new SessionCursor(page.getLast().startedAt(), page.getLast().sessionId());
		}
		while (page.size() == limit);
		return paged;
	}

}
