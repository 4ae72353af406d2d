package io.coachflow.query.projection;

import java.util.ArrayList;
import java.util.List;

import io.coachflow.contracts.rest.AdminAction;
import io.coachflow.contracts.rest.DeadLetterView;
import io.coachflow.query.TestStores;
import io.coachflow.query.projection.DeadLetterTable.Parked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dead letters in PostgreSQL, as operators see them, and what operators did.
 */
class DeadLetterTableIT {

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private DeadLetterTable letters;

	@BeforeEach
	void empty() {
		stores.clear("dead_letter", "admin_action");
		this.letters = new DeadLetterTable(stores.jdbc());
	}

	@Test
	void aSequenceIsShownByItsFirstLetter() {
		park("d2", "session-list", "s1", 1);
		park("d1", "session-list", "s1", 0);
		park("d3", "session-list", "s1", 2);

		assertThat(this.letters.page(null, "", 10)).singleElement().satisfies((it) -> {
			assertThat(it.group()).isEqualTo("session-list");
			assertThat(it.sequence()).isEqualTo("s1");
			DeadLetterView view = it.view();
			assertThat(view.id()).isEqualTo("d1");
			assertThat(view.projection()).isEqualTo("session-list");
			assertThat(view.aggregateId()).isEqualTo("s1");
			assertThat(view.sequence()).isZero();
			assertThat(view.event()).isEqualTo("io.coachflow.session.started");
			assertThat(view.letters()).isEqualTo(3);
			assertThat(view.occurredAt()).isEqualTo("2026-11-22T12:00:00Z");
			assertThat(view.parkedAt()).isEqualTo("2026-11-22T12:00:01Z");
			assertThat(view.retriedAt()).isNull();
			assertThat(view.cause()).isEqualTo("java.lang.IllegalArgumentException");
		});
	}

	@Test
	void aLetterThatWasTriedAgainTellsWhen() {
		park("d1", "session-list", "s1", 0);
		stores.jdbc().sql("UPDATE dead_letter SET last_touched = '2026-11-22T13:00:00Z'").update();

		assertThat(this.letters.page(null, "", 10).getFirst().view().retriedAt()).isEqualTo("2026-11-22T13:00:00Z");
	}

	@Test
	void aLetterOfNoAggregateHasNoSequence() {
		park("d1", "session-list", "s1", 0);
		stores.jdbc().sql("UPDATE dead_letter SET aggregate_id = NULL, sequence_number = NULL").update();

		assertThat(this.letters.page(null, "", 10)).singleElement().satisfies((it) -> {
			assertThat(it.view().aggregateId()).isNull();
			assertThat(it.view().sequence()).isNull();
		});
	}

	@Test
	void pagesShowEachSequenceOnce() {
		for (int i = 0; i < 7; i++) {
			park("d" + i + "a", "session-list", "s" + i, 0);
			park("d" + i + "b", "session-list", "s" + i, 1);
		}
		park("e", "funnel", "s1", 0);

		List<String> ids = new ArrayList<>();
		List<Parked> page;
		String after = "";
		do {
			page = this.letters.page("session-list", after, 3);
			ids.addAll(page.stream().map((it) -> it.view().id()).toList());
			after = page.getLast().view().id();
		}
		while (page.size() == 3);

		assertThat(ids).containsExactly("d0a", "d1a", "d2a", "d3a", "d4a", "d5a", "d6a");
		assertThat(this.letters.page(null, "", 10)).hasSize(8);
		assertThat(this.letters.page("funnel", "", 10)).extracting(Parked::group).containsExactly("funnel");
		assertThat(this.letters.page("nothing", "", 10)).isEmpty();
	}

	@Test
	void anyLetterLeadsToItsSequence() {
		park("d1", "session-list", "s1", 0);
		park("d2", "session-list", "s1", 1);
		park("d3", "funnel", "s1", 0);

		assertThat(this.letters.sequenceOf("d2")).get().satisfies((it) -> {
			assertThat(it.view().id()).isEqualTo("d1");
			assertThat(it.group()).isEqualTo("session-list");
			assertThat(this.letters.count(it)).isEqualTo(2);
		});
		assertThat(this.letters.sequenceOf("d4")).isEmpty();
	}

	@Test
	void lettersAreCountedAndThrownAwayByGroupAndSequence() {
		park("d1", "session-list", "s1", 0);
		park("d2", "session-list", "s1", 1);
		park("d3", "session-list", "s2", 0);
		park("d4", "funnel", "s1", 0);
		assertThat(this.letters.count("session-list")).isEqualTo(3);
		assertThat(this.letters.holds("session-list", "s1")).isTrue();
		assertThat(this.letters.holds("session-list", "s3")).isFalse();

		assertThat(this.letters.discard(this.letters.sequenceOf("d1").orElseThrow())).isEqualTo(2);
		assertThat(this.letters.holds("session-list", "s1")).isFalse();
		assertThat(this.letters.holds("funnel", "s1")).isTrue();

		this.letters.clear("session-list");
		assertThat(this.letters.count("session-list")).isZero();
		assertThat(this.letters.count("funnel")).isEqualTo(1);
	}

	@Test
	void whatOperatorsDidIsKeptTheLatestFirst() {
		AdminActions actions = new AdminActions(stores.jdbc());
		for (String action : List.of("rebuild", "confirm", "rollback")) {
			actions.record("admin", action, "session-list", "accepted");
		}

		List<AdminAction> page = actions.page(Long.MAX_VALUE, 2);
		assertThat(page).extracting(AdminAction::action).containsExactly("rollback", "confirm");
		assertThat(page.getFirst().doneBy()).isEqualTo("admin");
		assertThat(page.getFirst().target()).isEqualTo("session-list");
		assertThat(page.getFirst().outcome()).isEqualTo("accepted");
		assertThat(page.getFirst().doneAt()).isNotNull();
		assertThat(actions.page(page.getLast().id(), 2)).extracting(AdminAction::action).containsExactly("rebuild");
	}

	private static void park(String id, String group, @Nullable String aggregate, int index) {
		stores.jdbc()
			.sql("""
					INSERT INTO dead_letter (dead_letter_id, processing_group, sequence_id, sequence_index, message_type,
					                         event_id, occurred_at, event_name, revision, payload, aggregate_id,
					                         sequence_number, enqueued_at, cause_type, cause_message)
					VALUES (:id, :group, :aggregate, :index, 'domain', :id, '2026-11-22T12:00:00Z',
					        'io.coachflow.session.started', '1', '{"answer": "a secret"}', :aggregate, :index,
					        '2026-11-22T12:00:01Z', 'X', 'java.lang.IllegalArgumentException')""")
			.param("id", id)
			.param("group", group)
			.param("aggregate", aggregate)
			.param("index", index)
			.update();
	}

}
