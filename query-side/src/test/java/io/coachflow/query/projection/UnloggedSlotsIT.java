package io.coachflow.query.projection;

import java.util.List;

import io.coachflow.query.TestStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class UnloggedSlotsIT {

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private static final List<ReadModel> MODELS = List
		.of(new ReadModel("kept", Lane.TABLES, (_) -> new Object(), (_) -> {
		}), new ReadModel("words", Lane.SEARCH, false, (_) -> new Object(), (_) -> {
		}));

	private final UnloggedSlots slots = UnloggedSlotsFixture.in(stores);

	@BeforeEach
	void empty() {
		stores.clear("token_entry");
		UnloggedSlotsFixture.crash(stores);
	}

	@Test
	void aCrashEmptiesBothSlotsOfWhatIsNotLogged() {
		assertThat(this.slots.emptied(MODELS)).containsExactlyInAnyOrder("words", "words_b");
		assertThat(this.slots.emptied(MODELS.subList(0, 1))).isEmpty();
		assertThat(this.slots.isWhole("words")).isFalse();
	}

	@Test
	void aSlotIsWholeAgainOnceItHasPassedWhereTheLogEnded() {
		this.slots.cleared("words", 10);

		assertThat(this.slots.emptied(MODELS)).containsExactly("words_b");
		assertThat(this.slots.isWhole("words")).isFalse();

		UnloggedSlotsFixture.reach(stores, "words", 9);
		assertThat(this.slots.isWhole("words")).isFalse();

		UnloggedSlotsFixture.reach(stores, "words", 10);
		assertThat(this.slots.isWhole("words")).isTrue();

		this.slots.cleared("words", 12);
		assertThat(this.slots.isWhole("words")).isFalse();
	}

	@Test
	void theTablesAreThoseThatACrashEmpties() {
		assertThat(stores.jdbc()
			.sql("""
					SELECT relname FROM pg_class
					WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relpersistence = 'u'""")
			.query(String.class)
			.list()).containsExactlyInAnyOrder("answer_words", "answer_words_b", "unlogged_slot");
	}

}
